"""A picture on its page: what it says less to fit there, its title, legend and foot."""
