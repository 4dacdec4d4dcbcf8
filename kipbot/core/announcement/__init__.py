"""What does a mail announce of a vote: its end, its result, its deadline; and does the count bear it out?"""
