"""What needs a person, one matter after the other, each with its way to be dealt with; what settled by itself below."""
