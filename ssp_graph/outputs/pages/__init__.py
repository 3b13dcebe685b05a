"""Web pages of an answer or a picture, each in one file that asks nothing of the network."""
