package accountspec.rehearsal;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import accountspec.reference.ReferenceEndpoint;
import accountspec.run.Depth;
import accountspec.run.Selection;
import accountspec.spec.ClauseBook;
import accountspec.target.Target;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RehearsalTest {

    private static final ClauseBook BOOK = ClauseBook.bundled();

    @Test
    void it_tells_the_accounts_whose_contacts_would_be_written_over_from_those_only_named() {
        Rehearsal rehearsal = of(ReferenceEndpoint.standard().profileYaml(URI.create("http://127.0.0.1:1")), Set.of());

        assertThat(rehearsal.written(), hasItem("333333333333"));
        assertThat(rehearsal.written(), not(hasItem("666666666666")));
        assertThat(rehearsal.named(), hasItem("666666666666"));
        assertThat(rehearsal.looks(), is(10 * 3 * 2 + 30)); // read, set or deleted, read again
    }

    @Test
    void it_needs_no_credentials() {
        Rehearsal rehearsal = of("""
                endpoint: https://account.us-east-1.amazonaws.com
                callers:
                  the account: { account: "123456789012", credentials: "profile:nobody-has-this" }
                offers: [read-back, delete]
                """, Set.of("PAC-PHONE-2"));

        assertThat(rehearsal.written(), is(Set.of("123456789012")));
        assertThat(rehearsal.requests().stream().map(Planned::contact).toList(), not(hasItem(Optional.empty())));
    }

    @Test
    void an_account_whose_number_is_not_told_is_told_in_words() {
        assertThat(
                of("endpoint: https://double.test\n", Set.of("PAC-PHONE-2")).written(),
                is(Set.of("the account of the account")));
    }

    @Test
    void every_request_is_told_with_its_clause() {
        Rehearsal rehearsal =
                of(ReferenceEndpoint.standard().profileYaml(URI.create("http://127.0.0.1:1")), Set.of("PAC-ORG-1"));

        assertThat(rehearsal.requests(), is(not(empty())));
        assertThat(
                rehearsal.requests().stream().map(Planned::clauses).distinct().toList(),
                is(List.of(List.of("PAC-ORG-1"))));
    }

    private static Rehearsal of(String profile, Set<String> clauses) {
        return Rehearsal.of(
                Target.read("double", profile, Map.of()),
                BOOK,
                Selection.of(Depth.FULL, List.copyOf(clauses), Optional.empty(), BOOK));
    }
}
