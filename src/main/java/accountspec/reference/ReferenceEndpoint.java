package accountspec.reference;

import accountspec.exchange.Header;
import accountspec.exchange.Received;
import accountspec.exchange.Sent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * PutAlternateContact, and Get and Delete beside it, in memory. Give it a request as it came over the wire, Host header
 * included, and it answers as AWS Account Management does, or as its {@link Behaviour} has it. For any number of threads.
 */
public final class ReferenceEndpoint {

    /** No request of these operations needs more; a body of 1 MB is lawful, if odd. */
    static final int LARGEST_BODY = 4 * 1024 * 1024;

    /** Provokes an answer that no request is documented to cause, by naming its error. */
    public static final String PROVOCATION = "X-Fault";

    private final World world;
    private final Behaviour behaviour;
    private final Time time;
    private final String prefix;
    private final Gatekeeper gatekeeper;
    private final Conduct.Gate gate;
    private final Shelf shelf;
    private final AtomicLong requests = new AtomicLong();

    private ReferenceEndpoint(World world, Behaviour behaviour, Time time, String prefix) {
        this.world = world;
        this.behaviour = behaviour;
        this.time = time;
        this.prefix = prefix;
        this.gatekeeper = new Gatekeeper(world, time, behaviour.intake().signing());
        this.gate = behaviour.conduct().gate().get();
        this.shelf = new Shelf(time);
    }

    /** The right endpoint in the standard world. */
    public static ReferenceEndpoint standard() {
        return of(World.standard(), Behaviour.right(), Time.real());
    }

    public static ReferenceEndpoint of(World world, Behaviour behaviour, Time time) {
        return new ReferenceEndpoint(world, behaviour, time, "");
    }

    /** The same endpoint, still empty, under a path such as {@code /stage}. */
    public ReferenceEndpoint under(String path) {
        return new ReferenceEndpoint(
                world, behaviour, time, path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }

    /** A target profile for this endpoint, which offers all that there is to certify. */
    public String profileYaml(URI at) {
        return Profile.of(world, at);
    }

    public World world() {
        return world;
    }

    /** How the server that carries it should mark the end of an answer. */
    public Framing framing() {
        return behaviour.framing();
    }

    String prefix() {
        return prefix;
    }

    public Received answer(Sent request) {
        return answer(request, () -> gatekeeper.callerOf(request));
    }

    /**
     * Answers without a look at the signature. Most of what is judged about an endpoint has nothing to do with
     * signatures, and most of the time that a request takes in memory goes into making and checking one.
     */
    public Received answer(Sent request, Party caller) {
        return answer(request, () -> caller);
    }

    private Received answer(Sent request, Supplier<Party> caller) {
        return stamped(answered(request, caller), requests.getAndIncrement());
    }

    private Received answered(Sent request, Supplier<Party> caller) {
        try {
            gate.admit(time);
            Attempt attempt = understood(request, caller);
            synchronized (shelf) {
                Matter matter = new Matter(
                        attempt.caller(),
                        world.organizationOf(attempt.caller().account()),
                        attempt.get(Member.ACCOUNT_ID));
                Conduct.Circumstance circumstance = new Conduct.Circumstance(attempt, matter, shelf);
                Behaviour mood = behaviour.conduct().mood().towards(circumstance, behaviour);
                return answer(request, attempt, matter, mood);
            }
        } catch (Refusal refusal) {
            return error(refusal, behaviour);
        }
    }

    private Received answer(Sent request, Attempt attempt, Matter matter, Behaviour mood) {
        try {
            provoked(request);
            Received answer = done(attempt, authorized(attempt, matter, mood), mood);
            mood.conduct().aftermath().of(attempt, matter, Optional.empty(), shelf);
            return answer;
        } catch (Refusal refusal) {
            mood.conduct().aftermath().of(attempt, matter, Optional.of(refusal.fault()), shelf);
            return error(refusal, mood);
        }
    }

    private static Received error(Refusal refusal, Behaviour mood) {
        return mood.answers().errors().of(refusal.fault(), refusal.reason());
    }

    private static void provoked(Sent request) {
        request.header(PROVOCATION)
                .flatMap(name -> Stream.of(Fault.TOO_MANY_REQUESTS, Fault.INTERNAL)
                        .filter(f -> f.name().equals(name))
                        .findFirst())
                .ifPresent(fault -> {
                    throw fault.because("Provoked by the header " + PROVOCATION);
                });
    }

    private Attempt understood(Sent request, Supplier<Party> signer) {
        Intake intake = behaviour.intake();
        if (request.body().length > LARGEST_BODY) {
            throw Fault.TOO_LARGE.because("The body is larger than " + LARGEST_BODY + " bytes");
        }
        Operation operation = operation(request, intake);
        Party caller = signer.get();
        if (!intake.media().accepts(request.header("Content-Type"))) {
            throw Fault.UNSUPPORTED_MEDIA_TYPE.because("The content type is not application/json");
        }
        return new Attempt(operation, caller, texts(operation, intake.body().read(request.body())));
    }

    private Operation operation(Sent request, Intake intake) {
        return Optional.of(request.target())
                .filter(target -> target.startsWith(prefix))
                .map(target -> target.substring(prefix.length()))
                .flatMap(target -> intake.routing().find(request, target))
                .orElseThrow(() -> Fault.UNKNOWN_OPERATION.because("There is no such operation"));
    }

    private Map<Member, String> texts(Operation operation, ObjectNode document) {
        Map<Member, String> texts = new EnumMap<>(Member.class);
        for (Member member : operation.members()) {
            JsonNode value = document.get(member.key());
            if (value != null) {
                behaviour.rule(member).reading().text(member, value).ifPresent(text -> texts.put(member, text));
            }
        }
        return texts;
    }

    /** Judges the request, and says whose contact it is about. */
    private static String authorized(Attempt attempt, Matter matter, Behaviour mood) {
        if (mood.conduct().order() == Conduct.Order.AUTHORIZATION_FIRST) {
            mood.authority().account(matter);
        }
        validate(attempt, mood);
        return mood.authority().account(matter);
    }

    private static void validate(Attempt attempt, Behaviour mood) {
        for (Member member : attempt.operation().members()) {
            MemberRule rule = mood.rule(member);
            Optional<String> text = attempt.get(member);
            if (text.isPresent()) {
                rule.judge(member, text.get());
            } else if (rule.required()) {
                throw rule.missing(member);
            }
        }
    }

    private Received done(Attempt attempt, String account, Behaviour mood) {
        Keeping keeping = mood.keeping();
        Slot slot = keeping.key().apply(attempt.slot().of(account));
        return switch (attempt.operation()) {
            case PUT -> {
                keeping.put().into(shelf, slot, stored(attempt.contact(), mood));
                yield mood.answers().success().to(attempt);
            }
            case GET ->
                shown(
                        attempt.slot().type(),
                        keeping.get().from(shelf, slot).orElseThrow(ReferenceEndpoint::missing),
                        keeping.written());
            case DELETE -> {
                keeping.get().from(shelf, slot).orElseThrow(ReferenceEndpoint::missing);
                shelf.clear(slot);
                yield Answers.documented().success().to(attempt);
            }
        };
    }

    private static Contact stored(Contact contact, Behaviour mood) {
        Map<Member, String> stored = new EnumMap<>(Member.class);
        contact.members()
                .forEach((member, text) ->
                        stored.put(member, mood.rule(member).stored().apply(text)));
        return new Contact(stored);
    }

    private static Refusal missing() {
        return Fault.NOT_FOUND.because("No contact of the inputted alternate contact type found");
    }

    private static Received shown(String type, Contact contact, Keeping.Written written) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ObjectNode shown = document.putObject("AlternateContact").put(Member.ALTERNATE_CONTACT_TYPE.key(), type);
        contact.members().forEach((member, text) -> shown.set(member.key(), written.json(text)));
        return Answers.json(200, document);
    }

    private static Received stamped(Received answer, long number) {
        List<Header> headers = new ArrayList<>(answer.headers());
        headers.add(
                new Header("x-amzn-RequestId", new UUID(0x6163636f756e4000L, 0x8000000000000000L | number).toString()));
        return Received.of(answer.status(), headers, answer.body());
    }
}
