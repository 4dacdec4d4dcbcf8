"""Who is meant by a name or an address?"""
