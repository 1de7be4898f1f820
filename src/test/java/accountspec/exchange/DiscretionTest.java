package accountspec.exchange;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever was an account's contact before the run is nobody's business; what the run made up is. */
class DiscretionTest {

    private final Discretion discretion = Discretion.about(List.of("Name", "Title", "EmailAddress", "PhoneNumber"));

    @BeforeEach
    void send() {
        discretion.sent(
                sent("{\"AlternateContactType\":\"BILLING\",\"Name\":\"Carlos Salazar 0001\",\"Title\":\"CFO\"}"));
    }

    @Test
    void a_contact_that_was_there_before_is_masked() {
        String shown = answered("{\"AlternateContact\":{\"AlternateContactType\":\"BILLING\",\"Name\":\"Ada Real\","
                + "\"Title\":\"Director\"}}");

        assertThat(
                shown,
                is("{\"AlternateContact\":{\"AlternateContactType\":\"BILLING\",\"Name\":\"[masked]\","
                        + "\"Title\":\"[masked]\"}}"));
    }

    @Test
    void what_the_run_made_up_is_shown() {
        String body = "{\"AlternateContact\":{\"Name\":\"Carlos Salazar 0001\",\"Title\":\"CFO\"}}";

        assertThat(answered(body), is(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" Carlos Salazar 0001 ", "CARLOS SALAZAR 0001", "Carlos Sal", "xx Carlos Salazar 0001 xx", ""})
    void what_an_endpoint_made_of_it_is_shown(String changed) {
        assertThat(discretion.in(Map.of("Name", changed)).get("Name"), is(changed));
    }

    @Test
    void short_values_of_others_are_masked_too() {
        assertThat(
                discretion.in(Map.of("Title", "CEO", "Name", "Li")).toString(), is("{Name=[masked], Title=[masked]}"));
    }

    @Test
    void a_contact_in_an_answer_that_is_no_whole_json_is_masked_as_a_whole() {
        assertThat(answered("{\"AlternateContact\":{\"Name\":\"Ada Real\""), is("[masked]"));
        assertThat(answered("<html>no contact here</html>"), containsString("no contact here"));
    }

    @Test
    void nothing_is_masked_where_contacts_are_nobodys() {
        Discretion none = Discretion.none();

        assertThat(none.masks(), is(false));
        assertThat(none.in(Map.of("Name", "Ada Real")).get("Name"), is("Ada Real"));
        assertThat(body(none.in(exchange("{\"Name\":\"Ada Real\"}"))), not(containsString("masked")));
    }

    private String answered(String body) {
        return body(discretion.in(exchange(body)));
    }

    private static String body(Exchange exchange) {
        return new String(((Received) exchange.answer()).body(), StandardCharsets.UTF_8);
    }

    private static Exchange exchange(String answer) {
        return new Exchange(
                1,
                "read back",
                "the account",
                "POST /getAlternateContact",
                sent("{}"),
                Received.of(200, List.of(), answer.getBytes(StandardCharsets.UTF_8)),
                Duration.ZERO);
    }

    private static Sent sent(String body) {
        return new Sent("POST", "/", List.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
