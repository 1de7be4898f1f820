package accountspec.reference;

import static accountspec.reference.Asking.post;
import static accountspec.reference.Asking.text;
import static accountspec.reference.Asking.with;
import static accountspec.reference.Asking.without;

import accountspec.exchange.Header;
import accountspec.exchange.Received;
import accountspec.exchange.Sent;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Requests that between them tell every flawed endpoint from the right one. They are no judges: what they show is only
 * that a flaw is one at all, and that nobody mistyped its change into nothing.
 */
final class Probes {

    static final Instant NOW = Instant.parse("2026-11-22T17:15:00Z");
    private static final List<String> TYPES = List.of("BILLING", "OPERATIONS", "SECURITY");
    private static final World WORLD = World.standard();
    private static final Party ACCOUNT = WORLD.anybody();
    private static final List<Party> ORGANIZED =
            WORLD.organizations().get(0).parties().toList();

    private static final List<Probe> ALL = all();

    /** A request, and who asks; a signed request shows that for itself. */
    record Probe(Party caller, Sent request, boolean signed) {

        Received to(ReferenceEndpoint endpoint) {
            return signed ? endpoint.answer(request) : endpoint.answer(request, caller);
        }
    }

    private final List<Probe> probes = new ArrayList<>();
    private int serial;

    private Probes() {}

    private static List<Probe> all() {
        Probes probes = new Probes();
        probes.shelves();
        probes.organizations();
        probes.members();
        probes.writings();
        probes.openQuestions();
        probes.signatures();
        return List.copyOf(probes.probes);
    }

    /** What an endpoint tells: the answers, in order. */
    static Stream<String> answers(Behaviour behaviour) {
        ReferenceEndpoint endpoint = ReferenceEndpoint.of(WORLD, behaviour, Time.imagined(NOW));
        return ALL.stream().map(p -> told(p.to(endpoint)));
    }

    /** Whether an endpoint tells anything else; it is not asked any more once it does. */
    static boolean differ(Behaviour behaviour, List<String> answers) {
        Iterator<String> expected = answers.iterator();
        return answers(behaviour).anyMatch(answer -> !answer.equals(expected.next()));
    }

    static String told(Received answer) {
        List<String> headers = answer.headers().stream()
                .filter(h -> !h.is("x-amzn-RequestId"))
                .map(h -> h.name() + ": " + h.value())
                .toList();
        return answer.status() + " " + headers + " " + text(answer);
    }

    private void shelves() {
        ask(ACCOUNT, put(m -> {}));
        read(ACCOUNT);
        for (String type : TYPES) {
            ask(ACCOUNT, put(m -> m.put("AlternateContactType", type)));
            read(ACCOUNT);
        }
        for (String type : TYPES) {
            ask(ACCOUNT, put(m -> m.put("AlternateContactType", type)));
            Sent again = put(m -> m.put("AlternateContactType", type));
            ask(ACCOUNT, again);
            ask(ACCOUNT, again);
            read(ACCOUNT);
        }
        ask(
                ACCOUNT,
                put(m -> m.put("Name", "C")
                        .put("Title", "C")
                        .put("PhoneNumber", "7")
                        .put("EmailAddress", "a@b.c")));
        read(ACCOUNT);
        for (String fault : List.of("TooManyRequestsException", "InternalServerException")) {
            ask(ACCOUNT, with(put(m -> {}), ReferenceEndpoint.PROVOCATION, fault));
            read(ACCOUNT);
        }
        for (String type : TYPES) {
            ask(WORLD.standalone().get(1), put(m -> m.put("AlternateContactType", type)));
        }
        read(ACCOUNT);
        ask(ACCOUNT, Asking.delete("BILLING"));
        ask(ACCOUNT, Asking.delete("BILLING"));
        ask(ACCOUNT, put(m -> {}));
        ask(ACCOUNT, put(m -> m.put("Name", "Carlos Salazar")));
        ask(ACCOUNT, put(m -> m.put("PhoneNumber", "206-555-0199")));
        ask(ACCOUNT, put(m -> m.put("EmailAddress", "carlos@example.com")));
    }

    private void organizations() {
        List<String> accounts = Stream.concat(
                        ORGANIZED.stream().map(Party::account),
                        Stream.of("666666666666", "999999999999", "555555555555"))
                .toList();
        for (Party caller :
                Stream.concat(Stream.of(ACCOUNT), ORGANIZED.stream()).toList()) {
            ask(caller, put(m -> {}));
            ORGANIZED.forEach(this::read);
            for (String account : accounts) {
                ask(caller, put(m -> m.put("AccountId", account)));
                ORGANIZED.forEach(this::read);
                read(ACCOUNT);
            }
        }
        for (String member : List.of("AlternateContactType", "EmailAddress", "Name", "PhoneNumber", "Title")) {
            ask(
                    WORLD.organizations().get(0).management(),
                    put(m -> m.put("AccountId", ORGANIZED.get(2).account()).put(member, "")));
        }
        for (Organization other : WORLD.organizations().subList(1, 3)) {
            ask(other.management(), put(m -> {}));
            ask(
                    other.management(),
                    put(m -> m.put("AccountId", other.members().get(0).account())));
        }
    }

    private void members() {
        String member = "333333333333";
        Party management = ORGANIZED.get(0);
        ask(management, put(m -> m.put("AccountId", "777777777772")));
        Stream.of(
                        "",
                        "12345678901",
                        "1234567890123",
                        "12345678901a",
                        "abcdefghijkl",
                        "0" + member,
                        member + "0",
                        member + "x",
                        " " + member,
                        member + " ",
                        member + "\n",
                        "\t" + member,
                        member + "\nmember",
                        member + "," + member,
                        "+" + member,
                        member + ".0",
                        member + "e0",
                        "account/" + member,
                        "self",
                        member + "!")
                .forEach(id -> ask(management, put(m -> m.put("AccountId", id))));
        json("AccountId", management, member);
        for (String field : List.of("AlternateContactType", "EmailAddress", "Name", "PhoneNumber", "Title")) {
            ask(ACCOUNT, put(m -> m.remove(field)));
            read(ACCOUNT);
            json(field, ACCOUNT, "");
        }
        for (String type : TYPES) {
            Map.of(
                            "EmailAddress", List.of("a".repeat(251) + "@b.c", "nobody"),
                            "Name", List.of("a".repeat(65)),
                            "PhoneNumber", List.of("1".repeat(26), "nobody"),
                            "Title", List.of("a".repeat(51)))
                    .forEach((field, texts) -> texts.forEach(text -> ask(
                            ACCOUNT,
                            put(m -> m.put("AlternateContactType", type).put(field, text)))));
        }
        values(
                "AlternateContactType",
                "",
                "OTHER",
                "PRIMARY",
                "billing",
                "operations",
                "security",
                " BILLING",
                "BILLING ",
                "'BILLING'",
                "BILLINGS",
                "CYBERSECURITY",
                "COOPERATIONS2",
                "BILLING,SECURITY",
                "BILL",
                "BILLING\n",
                "X\nBILLING",
                " ");
        values(
                "EmailAddress",
                "",
                "a@b.c",
                "a".repeat(250) + "@b.c",
                "a".repeat(251) + "@b.c",
                "a".repeat(249) + "@b.c",
                "a@b." + "c".repeat(250),
                "a@" + "b".repeat(250) + ".c",
                "a".repeat(250) + "@b.c ",
                "carlos@example.com" + " ".repeat(237),
                "a".repeat(64) + "@" + "b".repeat(63) + ".com",
                " c@example.com ",
                "\t\tc@example.com\t",
                "Carlos.Salazar@Example.COM",
                "carlos@example.com ",
                "carlos+tag@example.com",
                "carlos.",
                ".carlos@example.com",
                "carlos..s@example.com",
                "carlos.@example.com",
                "carlos@-.com",
                "carlos@.example.com",
                "carlos@example..com",
                "carlos@..com",
                "carlos@example.123",
                "carlos@127.0.0.1",
                "carlos@mail-1.example.com",
                "a@a.b.c",
                "+=.#|!&-_@example.com",
                "carlos.example.com",
                "@example.com",
                "carlos@",
                "carlos@localhost",
                "carlos@.com",
                "carlos@example.",
                "carlos@example.com.",
                "a@b@c.d",
                "a@@b.c",
                "a @b.c",
                "a@ b.c",
                "a@b. c",
                ",a@b.c",
                "a@b.c,",
                "a@b.c\nx",
                "x\na@b.c",
                "a\0b@c.d",
                "<a@b.c>",
                "mailto:a@b.c",
                "\"a\"@b.c",
                "a@[1.2.3.4]",
                "ab-c@d.ef");
        around("EmailAddress", "carlos", "salazar@example.com");
        around("EmailAddress", "carlos@exam", "ple.com");
        around("EmailAddress", "carlos@example.c", "m");
        around("EmailAddress", "", "carlos@example.com");
        around("EmailAddress", "carlos@example.com", "");
        values(
                "PhoneNumber",
                "",
                "7",
                "7".repeat(25),
                "7".repeat(26),
                "7".repeat(24),
                "7".repeat(16),
                "7".repeat(100),
                "7".repeat(25) + " ",
                "206" + " ".repeat(19) + "0199",
                "+",
                "-",
                "()",
                ")206(",
                "(206",
                "206+",
                "206--0199",
                "   ",
                " 206 ",
                "(206) 555-0199",
                "2\n3\t4",
                "206-555-0199 ext. 4",
                "1-800-FLOWERS",
                "[206] 555",
                "tel:+12065550199",
                "206.555.0199",
                "home\n206",
                "206\nhome",
                "x206",
                "206x",
                "\uff12\uff10\uff16",
                "\u0662\u0660\u0666",
                "206\u2013555",
                "2065550199",
                "+1 206");
        around("PhoneNumber", "206", "0199");
        for (String field : List.of("Name", "Title")) {
            int longest = field.equals("Name") ? 64 : 50;
            values(
                    field,
                    "",
                    "C",
                    "a".repeat(longest),
                    "a".repeat(longest + 1),
                    "a".repeat(longest - 1),
                    "a".repeat(300),
                    "a".repeat(longest) + " ",
                    "\u00e9".repeat(longest),
                    "\uD83D\uDE00".repeat(longest),
                    "Ca" + " ".repeat(80) + "b",
                    " C ",
                    "a  b",
                    "Jos\u00e9 N\u00fa\u00f1ez",
                    "\u738b\u5c0f\u660e",
                    "\u0643\u0627\u0631",
                    "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~",
                    "007",
                    "null",
                    "true",
                    "0",
                    ".",
                    "<b>C</b>",
                    "C\\u0020S",
                    "a &amp; b",
                    "a%20b+1",
                    "e\u0301 \uff23 \ufb03",
                    "a \uD83D\uDE00 b");
        }
    }

    private void writings() {
        for (String body : List.of("", "not JSON", "{", "[]", "null", "{}", "\"x\"", "12", "true")) {
            ask(ACCOUNT, post("/putAlternateContact", body));
        }
        Sent put = put(m -> {});
        for (String method : List.of("PUT", "DELETE", "PATCH", "GET")) {
            ask(ACCOUNT, new Sent(method, put.target(), put.headers(), put.body()));
        }
        for (String path : List.of(
                "/",
                "/PutAlternateContact",
                "/putAlternateContactX",
                "/putAlternateContac",
                "/putAlternateContact/me",
                "/putalternatecontact")) {
            ask(ACCOUNT, post(path, text(put)));
        }
        for (String type : List.of(
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "application/json; charset=utf-8",
                "application/json;charset=UTF-8",
                "Application/JSON",
                "application/x-amz-json-1.1")) {
            ask(ACCOUNT, with(put, "Content-Type", type));
        }
        ask(ACCOUNT, without(put, "Content-Type"));
        ask(ACCOUNT, post(put.target(), text(put).replace(",", ",\n  ")));
        ask(ACCOUNT, post(put.target(), text(put).replace("\"Name\"", "\"Name\" ")));
        ask(ACCOUNT, post(put.target(), text(put).replace("Name ", "\\u004eame ")));
        ask(ACCOUNT, post(put.target(), reversed(put)));
        ask(ACCOUNT, post(put.target(), text(put).replace("}", ",}")));
        ask(ACCOUNT, post(put.target(), text(put).replace("}", "/* me */}")));
        ask(ACCOUNT, post(put.target(), text(put).replace('"', '\'')));
        ask(ACCOUNT, post(put.target(), text(put).replace("\"Name\"", "Name")));
        ask(ACCOUNT, post(put.target(), text(put) + " and so on"));
        ask(ACCOUNT, post(put.target(), text(put).replace("Name ", "Carlos\\/")));
        read(ACCOUNT);
        ask(ACCOUNT, post(put.target(), text(put).replace("Name ", "Jos\\u00E9")));
        byte[] latin = text(put).replace("Name ", "\u00c3(").getBytes(StandardCharsets.ISO_8859_1);
        ask(ACCOUNT, new Sent("POST", put.target(), put.headers(), latin));
        read(ACCOUNT);
    }

    /** What the page leaves open: flaws have no part in it, but variants have. */
    private void openQuestions() {
        Sent put = put(m -> {});
        values("AlternateContactType", "Billing");
        values("EmailAddress", "a@b.c\u00a0", "a@b.c\u000b", "a@b.c\u0085", "jos\u00e9@b.c");
        values("Name", "   ", "a\u0007b");
        Sent sample = with(post("/", text(put)), "X-Amz-Target", "AWSAccountV20210201.PutAlternateContact");
        ask(ACCOUNT, sample);
        ask(ACCOUNT, post(put.target() + "/", text(put)));
        ask(ACCOUNT, post(put.target() + "?Name=Maria", text(put)));
        ask(ACCOUNT, post(put.target(), "\ufeff" + text(put)));
        ask(ACCOUNT, post(put.target(), text(put) + " ".repeat(100_000)));
        ask(ACCOUNT, put(m -> m.put("Colour", "red")));
        ask(ACCOUNT, post(put.target(), text(put).replace("{", "{\"Name\": \"First\", ")));
        read(ACCOUNT);
    }

    private void signatures() {
        Sent put = put(m -> {});
        probes.add(new Probe(ACCOUNT, put, true));
        probes.add(new Probe(ACCOUNT, signed(put, Credentials.longTerm("nobody"), "us-east-1", "account", NOW), true));
        Credentials keys = WORLD.standalone().get(2).credentials().orElseThrow();
        Credentials wrong = new Credentials(keys.accessKey(), "wrong", keys.sessionToken(), keys.until());
        probes.add(new Probe(ACCOUNT, signed(put, wrong, "us-east-1", "account", NOW), true));
        probes.add(new Probe(ACCOUNT, signed(put, keys, "eu-west-1", "account", NOW), true));
        probes.add(new Probe(ACCOUNT, signed(put, keys, "us-east-1", "iam", NOW), true));
        probes.add(new Probe(ACCOUNT, signed(put, keys, "us-east-1", "account", NOW.minusSeconds(3600)), true));
        Sent signed = signed(put, keys, "us-east-1", "account", NOW);
        Sent changed =
                new Sent("POST", put.target(), signed.headers(), put(m -> {}).body());
        probes.add(new Probe(ACCOUNT, changed, true));
    }

    private static String reversed(Sent put) {
        List<String> members =
                new ArrayList<>(List.of(text(put).replaceAll("[{}]", "").split(",")));
        Collections.reverse(members);
        return "{" + String.join(",", members) + "}";
    }

    private void json(String field, Party caller, String specimen) {
        String text = field.equals("AccountId")
                ? specimen
                : Subject.DESCRIBING.stream()
                        .filter(s -> s.member().key().equals(field))
                        .map(Subject::specimen)
                        .findFirst()
                        .orElse("BILLING");
        ask(caller, put(m -> m.putNull(field)));
        ask(caller, put(m -> m.putArray(field).add(text)));
        ask(caller, put(m -> m.putObject(field).put("Value", text)));
        ask(caller, put(m -> m.put(field, true)));
        ask(caller, put(m -> m.put(field, 12)));
    }

    private void around(String field, String before, String after) {
        IntStream.concat(IntStream.rangeClosed(' ', '~'), IntStream.of('\t', '\n', '\f', '\r', 0, 127))
                .forEach(c -> ask(ACCOUNT, put(m -> m.put(field, before + Character.toString(c) + after))));
    }

    private void values(String field, String... values) {
        for (String value : values) {
            ask(ACCOUNT, put(m -> m.put(field, value)));
            read(ACCOUNT);
        }
    }

    private void read(Party party) {
        TYPES.forEach(type -> ask(party, Asking.get(type)));
    }

    private void ask(Party caller, Sent request) {
        probes.add(new Probe(caller, request, false));
    }

    private Sent put(Consumer<ObjectNode> change) {
        serial++;
        ObjectNode members = JsonNodeFactory.instance
                .objectNode()
                .put("AlternateContactType", "BILLING")
                .put("EmailAddress", "mailbox" + serial + "@example.com")
                .put("Name", "Name " + serial)
                .put("PhoneNumber", "555" + serial)
                .put("Title", "Title " + serial);
        change.accept(members);
        return post("/putAlternateContact", members.toString());
    }

    /** Signs quickly; that the calculation is right is proven with AWS's signer. */
    private static Sent signed(Sent sent, Credentials keys, String region, String service, Instant when) {
        String date = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(when);
        String digest = Signature.sha256(sent.body());
        Sent dated = with(with(sent, "X-Amz-Date", date), "X-Amz-Content-Sha256", digest);
        Sent complete = keys.sessionToken()
                .map(token -> with(dated, "X-Amz-Security-Token", token))
                .orElse(dated);
        Authorization scope = new Authorization(
                keys.accessKey(), date.substring(0, 8), region, service, List.of("host", "x-amz-date"), "");
        String signature = Signature.of(complete, scope, date, digest, keys.secretKey());
        List<Header> headers = new ArrayList<>(complete.headers());
        headers.add(new Header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=" + keys.accessKey() + "/" + scope.scope()
                        + ", SignedHeaders=host;x-amz-date, Signature=" + signature));
        return new Sent(sent.method(), sent.target(), headers, sent.body());
    }
}
