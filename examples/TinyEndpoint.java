import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * An endpoint such as yours may be: PutAlternateContact, with Get and Delete beside it, for one account, unsigned.
 * It has one mistake, for accountspec to find. From the root of the checkout:
 *
 * <pre>java --class-path target/accountspec.jar examples/TinyEndpoint.java 8080</pre>
 */
public class TinyEndpoint {

    private record Rule(int longest, String pattern) {}

    private static final Map<String, Rule> RULES = Map.of(
            "EmailAddress", new Rule(254, "\\s*[\\w+=.#|!&-]+@[\\w.-]+\\.\\w+\\s*"),
            "Name", new Rule(64, "(?s).*"),
            "PhoneNumber", new Rule(32, "[\\s0-9()+-]+"), // the mistake: the page says 25
            "Title", new Rule(50, "(?s).*"));
    private static final List<String> TYPES = List.of("BILLING", "OPERATIONS", "SECURITY");

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Map<String, JsonNode> CONTACTS = new ConcurrentHashMap<>();

    public static void main(String[] args) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // JDK 17 is slow to answer without
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 8080;
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/", TinyEndpoint::handle);
        server.start();
        System.out.println("Listening on http://127.0.0.1:" + port + ", until interrupted");
    }

    private static void handle(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        try {
            send(exchange, 200, answer(exchange));
        } catch (Refused refused) {
            exchange.getResponseHeaders().set("X-Amzn-Errortype", refused.name);
            send(exchange, refused.status, JSON.writeValueAsBytes(Map.of("message", refused.getMessage())));
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** The body of the answer, when all is well. */
    private static byte[] answer(HttpExchange exchange) throws IOException {
        String operation = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        if (!List.of("POST /putAlternateContact", "POST /getAlternateContact", "POST /deleteAlternateContact")
                .contains(operation)) {
            throw new Refused(404, "UnknownOperationException", "there is no " + operation);
        }
        String media = exchange.getRequestHeaders().getFirst("Content-Type");
        if (media != null && !media.split(";")[0].strip().equalsIgnoreCase("application/json")) {
            throw new Refused(415, "UnsupportedMediaTypeException", media + " is not application/json");
        }
        JsonNode request = read(exchange.getRequestBody().readAllBytes());
        if (request.hasNonNull("AccountId")) {
            if (!text(request, "AccountId").matches("[0-9]{12}")) {
                throw invalid("AccountId");
            }
            throw new Refused(403, "AccessDeniedException", "an account in no organization gives no AccountId");
        }
        String type = text(request, "AlternateContactType");
        if (!TYPES.contains(type)) {
            throw invalid("AlternateContactType");
        }
        if (operation.contains("/put")) {
            RULES.forEach((member, rule) -> check(member, rule, text(request, member)));
            CONTACTS.put(type, request);
            return new byte[0];
        }
        JsonNode contact = operation.contains("/get") ? CONTACTS.get(type) : CONTACTS.remove(type);
        if (contact == null) {
            throw new Refused(404, "ResourceNotFoundException", "there is no such contact");
        }
        return operation.contains("/get") ? JSON.writeValueAsBytes(Map.of("AlternateContact", contact)) : new byte[0];
    }

    private static JsonNode read(byte[] body) throws IOException {
        try {
            JsonNode request = JSON.readTree(body);
            if (request.isObject() || request.isMissingNode()) {
                return request;
            }
        } catch (JsonProcessingException | java.io.CharConversionException e) {
            // Told below.
        }
        throw new Refused(400, "SerializationException", "the body is no JSON object");
    }

    private static String text(JsonNode request, String member) {
        if (!request.path(member).isTextual()) {
            throw invalid(member);
        }
        return request.get(member).textValue();
    }

    private static void check(String member, Rule rule, String text) {
        int length = text.codePointCount(0, text.length());
        if (length < 1 || length > rule.longest || !text.matches(rule.pattern)) {
            throw invalid(member);
        }
    }

    private static Refused invalid(String member) {
        return new Refused(400, "ValidationException", member + " is missing or invalid");
    }

    private static final class Refused extends RuntimeException {
        private final int status;
        private final String name;

        private Refused(int status, String name, String message) {
            super(message);
            this.status = status;
            this.name = name;
        }
    }
}
