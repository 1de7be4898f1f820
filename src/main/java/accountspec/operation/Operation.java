package accountspec.operation;

import accountspec.exchange.Header;
import accountspec.notation.Value;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the API, as its {@code operation.yaml} describes it.
 *
 * @param members in the page's order
 * @param sensitive members that are not shown of real accounts
 * @param valid templates of valid requests; {@code (n)} stands for the request's own number, {@code (nnnn)} for its end
 * @param namedBy the clause that answers for an error's name, by that name
 * @param unnamed the clause that answers for errors without a name
 * @param mark the word by which a contact that a run left behind is known; empty where the operation writes none
 * @param printed contacts of the page's own examples, which a run writes without the mark
 * @param instead other ways to send a valid request, where no target should ask for them
 * @param answer the member of a successful answer that holds what was asked for, if there is one
 * @param siblings folders of the operations that help to try this one, by what a profile calls them
 * @param documented what the page says of it in numbers and letters; nothing, for an operation that is not judged
 */
public record Operation(
        String name,
        String method,
        String path,
        String contentType,
        List<String> members,
        List<String> sensitive,
        List<Map<String, String>> valid,
        Map<String, String> namedBy,
        Optional<String> unnamed,
        Optional<String> mark,
        List<Map<String, String>> printed,
        List<Departure> instead,
        Optional<String> answer,
        Map<String, String> siblings,
        Documented documented) {

    /**
     * A way to send a valid request that is not the documented one.
     *
     * @param clause the one that a target breaks that accepts a valid request only so
     * @param told in words, as it follows "accepted"
     * @param named whether it names an account that the caller need not name
     * @param refusedTo whose refusal it is about, if it is somebody else who sends the same request
     */
    public record Departure(
            String clause,
            String told,
            boolean named,
            Optional<String> refusedTo,
            Optional<String> method,
            Optional<String> path,
            Optional<String> contentType,
            Map<String, String> headers) {

        /** The documented form, but for the departure. */
        public Form from(Form documented) {
            Form form = named || refusedTo.isPresent() ? documented : documented.told(told);
            return form.withMethod(method.orElse(documented.method()))
                    .withPath(path.orElse(documented.path()))
                    .withContentType(contentType.or(documented::contentType))
                    .withHeaders(headers.entrySet().stream()
                            .map(header -> new Header(header.getKey(), header.getValue()))
                            .toList());
        }
    }

    /** The member that says whose contact is meant. */
    public static final String ACCOUNT = "AccountId";

    /** The member that says which of an account's contacts is meant. */
    public static final String TYPE = "AlternateContactType";

    private static final String SERIAL = "(n)";
    private static final String END_OF_SERIAL = "(nnnn)";

    /** Those that were asked for; hundreds of runs in one JVM share them. */
    private static final Map<String, Operation> LOADED = new ConcurrentHashMap<>();

    /** Loads an operation by its folder's name under {@code features/} on the class path. */
    public static Operation load(String folder) {
        return LOADED.computeIfAbsent(folder, Operation::read);
    }

    private static Operation read(String folder) {
        String resource = "/features/" + folder + "/operation.yaml";
        try (InputStream in = Operation.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no " + resource + " on the class path");
            }
            return YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(in, Written.class)
                    .built();
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " could not be read", e);
        }
    }

    /** @param need such as {@code read-back} */
    public Operation sibling(String need) {
        String folder = siblings.get(need);
        if (folder == null) {
            throw new IllegalArgumentException("the operation.yaml of " + name + " names no sibling for " + need);
        }
        return load(folder);
    }

    /** The contact types that valid requests have. */
    public Set<String> types() {
        return valid.stream().map(request -> request.getOrDefault(TYPE, "")).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * One of the valid requests.
     *
     * @param template which of {@link #valid}, from 0
     * @param number makes the request's values differ from those of every other
     */
    public Draft draft(int template, int number) {
        Map<String, Value> values = new LinkedHashMap<>();
        String serial = serial(number);
        String end = serial.substring(serial.length() - 4);
        valid.get(template)
                .forEach((member, text) -> values.put(
                        member, new Value.Text(text.replace(SERIAL, serial).replace(END_OF_SERIAL, end))));
        return new Draft(this, values, List.of());
    }

    /** In noughts and ones: a target that cannot bear some other digit is to fail where digits are asked about, and only there. */
    private static String serial(int number) {
        return String.format("%14s", Integer.toBinaryString(number % (1 << 14))).replace(' ', '0');
    }

    /** A request with just these values. */
    public Draft draft(Map<String, String> texts) {
        Map<String, Value> values = new LinkedHashMap<>();
        texts.forEach((member, text) -> values.put(member, new Value.Text(text)));
        return new Draft(this, values, List.of());
    }

    /** Whether a contact looks like one that a run wrote. */
    public boolean isOurs(Map<String, String> contact) {
        boolean marked = mark.filter(word -> contact.values().stream()
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(word)))
                .isPresent();
        return marked || printed.stream().anyMatch(example -> contact.entrySet().containsAll(example.entrySet()));
    }

    private record Written(
            String operation,
            WrittenRequest request,
            List<String> members,
            @Nullable List<String> sensitive,
            @Nullable List<Map<String, String>> valid,
            @Nullable Map<String, String> namedBy,
            @Nullable String unnamed,
            @Nullable String mark,
            @Nullable List<Map<String, String>> printed,
            @Nullable List<WrittenDeparture> instead,
            @Nullable String answer,
            @Nullable Map<String, String> siblings,
            @Nullable Documented documented) {

        Operation built() {
            return new Operation(
                    operation,
                    request.method,
                    request.path,
                    request.contentType,
                    List.copyOf(members),
                    sensitive == null ? List.of() : List.copyOf(sensitive),
                    valid == null ? List.of() : List.copyOf(valid),
                    namedBy == null ? Map.of() : Map.copyOf(namedBy),
                    Optional.ofNullable(unnamed),
                    Optional.ofNullable(mark),
                    printed == null ? List.of() : List.copyOf(printed),
                    instead == null
                            ? List.of()
                            : instead.stream().map(WrittenDeparture::built).toList(),
                    Optional.ofNullable(answer),
                    siblings == null ? Map.of() : Map.copyOf(siblings),
                    documented == null ? Documented.NOTHING : documented);
        }
    }

    private record WrittenDeparture(
            @JsonProperty(required = true) String clause,
            @JsonProperty(required = true) String told,
            boolean named,
            @Nullable String refusedTo,
            @Nullable String method,
            @Nullable String path,
            @Nullable String contentType,
            @Nullable Map<String, String> headers) {

        Departure built() {
            return new Departure(
                    clause,
                    told,
                    named,
                    Optional.ofNullable(refusedTo),
                    Optional.ofNullable(method),
                    Optional.ofNullable(path),
                    Optional.ofNullable(contentType),
                    headers == null ? Map.of() : Map.copyOf(headers));
        }
    }

    private record WrittenRequest(
            @JsonProperty(required = true) String method,
            @JsonProperty(required = true) String path,
            @JsonProperty(required = true) String contentType) {}
}
