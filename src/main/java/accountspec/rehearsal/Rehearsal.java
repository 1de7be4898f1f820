package accountspec.rehearsal;

import accountspec.exchange.Exchange;
import accountspec.exchange.Header;
import accountspec.exchange.Received;
import accountspec.exchange.Sent;
import accountspec.journal.Custody;
import accountspec.journal.Hands;
import accountspec.memory.InMemory;
import accountspec.operation.Form.Signature;
import accountspec.operation.Operation;
import accountspec.outcome.Outcome;
import accountspec.outcome.Outcome.Accepted;
import accountspec.reference.Behaviour;
import accountspec.reference.ReferenceEndpoint;
import accountspec.run.Script;
import accountspec.run.Selection;
import accountspec.spec.ClauseBook;
import accountspec.spec.OperationFolder;
import accountspec.target.Need;
import accountspec.target.Party;
import accountspec.target.Provocation;
import accountspec.target.Target;
import accountspec.trial.Cast;
import accountspec.trial.Trial;
import accountspec.verdict.ScenarioResult;
import accountspec.wire.Binding;
import accountspec.wire.Pace;
import accountspec.wire.Signer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a run of these scenarios would send to the target, if the target did as the page says and were never busy.
 *
 * @param requests in order
 * @param scenarios what would be asked, with what would come of it
 * @param looks how many requests more read the contacts beforehand, and put them back
 */
public record Rehearsal(List<Planned> requests, List<ScenarioResult> scenarios, int looks) {

    /** Says who sends it: a request that is signed wrongly is nobody's, but somebody still sends it. */
    private static final String SENDER = "X-Accountspec-Sender";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static Rehearsal of(Target target, ClauseBook book, Selection selection) {
        return new Stage(target, false).play(book, selection);
    }

    /** As {@link #of}, without controls: what the scenarios that must be refused would send. */
    public static Rehearsal readOnly(Target target, ClauseBook book, Selection selection) {
        return new Stage(target, true).play(book, selection);
    }

    /** The scenarios that ask for more than a refusal: those that write, and those whose answer is open. */
    public List<ScenarioResult> writing() {
        Set<String> writers = requests.stream()
                .filter(request -> request.writes() && !request.purpose().equals("control"))
                .map(request -> request.feature() + request.scenario())
                .collect(Collectors.toSet());
        Set<String> asking = requests.stream()
                .filter(request -> request.purpose().equals(request.scenario()))
                .map(request -> request.feature() + request.scenario())
                .collect(Collectors.toSet());
        return scenarios.stream()
                .filter(scenario -> {
                    String name = scenario.feature() + scenario.name();
                    return writers.contains(name)
                            || !asking.contains(name)
                            || scenario.result() instanceof ScenarioResult.Noted;
                })
                .toList();
    }

    /** The accounts whose contacts would be set or deleted. */
    public Set<String> written() {
        return requests.stream()
                .filter(Planned::writes)
                .map(Planned::account)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The accounts that requests name or come from, and that no contact would be written of. */
    public Set<String> named() {
        Set<String> named = requests.stream().map(Planned::account).collect(Collectors.toCollection(TreeSet::new));
        named.removeAll(written());
        return named;
    }

    /** How many requests there would be, all in all. */
    public int count() {
        return requests.size() + looks;
    }

    /** Where a rehearsal takes place. */
    private static final class Stage {

        private final Target target;
        private final boolean readOnly;
        private final Mirror mirror;
        private final InMemory memory;
        private final Operation put = Operation.load(OperationFolder.name());
        private final Operation get = put.sibling(Need.READ_BACK.words());
        private final Operation delete = put.sibling(Need.DELETE.words());

        Stage(Target target, boolean readOnly) {
            this.target = target;
            this.readOnly = readOnly;
            this.mirror = new Mirror(target);
            String prefix = target.endpoint().getRawPath();
            accountspec.reference.Time imagined = accountspec.reference.Time.imagined(Instant.EPOCH);
            this.memory = new InMemory(
                    ReferenceEndpoint.of(mirror.world(), Behaviour.right(), imagined)
                            .under(prefix == null ? "" : prefix),
                    imagined);
        }

        Rehearsal play(ClauseBook book, Selection selection) {
            List<Exchange> exchanges = new ArrayList<>();
            Binding binding = new Binding(target.endpoint(), "accountspec");
            Pace pace = Pace.of(Map.of());
            Function<Party, Signer> signers = this::signer;
            Custody custody = new Custody(
                    new Hands(target, signers, this::answer, binding, pace, memory.time(), put, get, delete));
            Hands hands = custody.hands();
            custody.look();
            Trial trial = new Trial(
                    put,
                    new Cast(target, party -> custody.watching(party, signer(party)), get, delete),
                    this::answer,
                    binding,
                    pace,
                    target.patience(),
                    memory.time(),
                    exchanges::add);
            if (readOnly) {
                trial.readOnly();
                custody.expectNoWrites();
            }
            List<ScenarioResult> results = Script.load().play(trial, book, target, selection, LocalDate.now());
            custody.putBack(true);
            return new Rehearsal(planned(exchanges, results), results, hands.requests());
        }

        private List<Planned> planned(List<Exchange> exchanges, List<ScenarioResult> results) {
            List<Planned> planned = new ArrayList<>();
            for (ScenarioResult scenario : results) {
                for (int i = 0; i < scenario.requests(); i++) {
                    planned.add(planned(exchanges.get(planned.size()), scenario));
                }
            }
            return planned;
        }

        private Planned planned(Exchange exchange, ScenarioResult scenario) {
            Sent sent = exchange.sent();
            boolean reads = sent.target().endsWith(get.path());
            return new Planned(
                    scenario.name(),
                    scenario.feature(),
                    scenario.clauses(),
                    exchange.scenario(),
                    exchange.caller(),
                    mirror.told(member(sent, Operation.ACCOUNT)
                            .filter(account -> account.matches("[0-9]{12}")) // anything else names no account at all
                            .orElseGet(() -> sent.header(SENDER).orElse("").replaceFirst(".* of ", ""))),
                    member(sent, Operation.TYPE).filter(put.types()::contains),
                    exchange.told(),
                    !reads && Outcome.of(exchange.answer()) instanceof Accepted);
        }

        private static Optional<String> member(Sent sent, String name) {
            try {
                return Optional.ofNullable(JSON.readTree(sent.body()))
                        .map(body -> body.get(name))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText);
            } catch (IOException e) {
                return Optional.empty(); // malformed on purpose
            }
        }

        private Signer signer(Party party) {
            String name = InMemory.name(party.name().words(), mirror.account(party));
            return (request, signature) -> {
                Sent sent = InMemory.with(request, SENDER, name);
                return signature == Signature.RIGHT ? InMemory.marked(sent, name) : sent;
            };
        }

        private Received answer(Sent request) {
            return memory.send(provoked(request));
        }

        /** An order that the target would understand, in the reference's words. */
        private Sent provoked(Sent request) {
            List<Header> headers = new ArrayList<>(request.headers());
            target.provoke().forEach((error, means) -> {
                if (means instanceof Provocation.ByHeader byHeader
                        && byHeader.headers().entrySet().stream()
                                .allMatch(header -> request.header(header.getKey())
                                        .filter(header.getValue()::equals)
                                        .isPresent())) {
                    headers.removeIf(header -> header.is(ReferenceEndpoint.PROVOCATION));
                    headers.add(new Header(ReferenceEndpoint.PROVOCATION, error));
                }
            });
            return new Sent(request.method(), request.target(), headers, request.body());
        }
    }
}
