"""What was before: who came after whom, and how a thing came to be as it is."""
