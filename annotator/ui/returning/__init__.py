"""What goes back and forth after a review: giving back, the walk through what came back, answers on their way."""
