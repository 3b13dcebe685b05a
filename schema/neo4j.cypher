// The constraints and indexes of a server. Made from the models by `make schema`.

CREATE CONSTRAINT ssp_graph_thing_id IF NOT EXISTS FOR (n:Thing) REQUIRE n.id IS UNIQUE;

CREATE CONSTRAINT ssp_graph_register_id IF NOT EXISTS FOR (n:Register) REQUIRE n.id IS UNIQUE;

CREATE INDEX ssp_graph_body_id IF NOT EXISTS FOR (n:Body) ON (n.id);
