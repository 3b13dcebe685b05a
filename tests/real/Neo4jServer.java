import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.ByteUnit;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * A Neo4j server for tests: Bolt on a free port of this machine, authentication on.
 *
 * <p>Takes the folder for its data and the size of its page cache in MiB, and the password of the user neo4j as the
 * first line of standard input. Prints its port once it answers, and stops when standard input ends, so that it never
 * outlives the tests.
 */
class Neo4jServer {
    public static void main(String[] arguments) {
        try {
            var pageCache = ByteUnit.mebiBytes(Long.parseLong(arguments[1]));
            var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            serve(Path.of(arguments[0]), pageCache, input);
            System.exit(0);
        } catch (Throwable failure) {
            failure.printStackTrace();
            System.exit(1); // the server's own threads would keep a failed start alive
        }
    }

    private static void serve(Path home, long pageCache, BufferedReader input) throws Exception {
        var service = new DatabaseManagementServiceBuilder(home)
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", 0))
                .setConfig(GraphDatabaseSettings.auth_enabled, true)
                .setConfig(GraphDatabaseSettings.pagecache_memory, pageCache)
                .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                .build();
        service.database("system").executeTransactionally(
                "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", input.readLine()));
        var ports = ((GraphDatabaseAPI) service.database("neo4j"))
                .getDependencyResolver().resolveDependency(ConnectorPortRegister.class);
        System.out.println(ports.getLocalAddress(ConnectorType.BOLT).getPort());
        while (input.readLine() != null) {}
        // The data is thrown away: an orderly shutdown would only cost ten seconds.
    }
}
