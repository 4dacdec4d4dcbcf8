"""How fast is kipbot beside what one would take instead, on the same mail in the same run?"""
