"""What do the words of one mail mean in a vote? Sentences, values, their senses, and what is not the writer's own."""
