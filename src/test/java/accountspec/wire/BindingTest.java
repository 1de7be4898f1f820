package accountspec.wire;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import accountspec.exchange.Header;
import accountspec.exchange.Sent;
import accountspec.operation.Draft;
import accountspec.operation.Form;
import accountspec.operation.Json;
import accountspec.operation.Operation;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BindingTest {

    @Test
    void the_documented_form_becomes_the_documented_request() {
        Sent sent = bind("http://account.test:8080", documented());

        assertThat(sent.method(), is("POST"));
        assertThat(sent.target(), is("/putAlternateContact"));
        assertThat(
                sent.headers(),
                contains(
                        new Header("Host", "account.test:8080"),
                        new Header("User-Agent", "accountspec/1 (a scenario)"),
                        new Header("Content-Type", "application/json")));
        assertThat(sent.body(), is(Json.plain(draft())));
    }

    @ParameterizedTest
    @CsvSource({
        "https://account.test, account.test, /putAlternateContact",
        "https://account.test/, account.test, /putAlternateContact",
        "http://account.test:8080/stage, account.test:8080, /stage/putAlternateContact",
        "http://account.test:8080/stage//, account.test:8080, /stage/putAlternateContact",
        "http://account.test/a%20b/c, account.test, /a%20b/c/putAlternateContact",
        "http://[::1]:8080, [::1]:8080, /putAlternateContact"
    })
    void the_endpoints_own_path_comes_first(String endpoint, String host, String target) {
        Sent sent = bind(endpoint, documented());

        assertThat(sent.header("Host"), is(Optional.of(host)));
        assertThat(sent.target(), is(target));
    }

    @Test
    void a_form_is_sent_as_it_is() {
        Form form = documented()
                .withMethod("PATCH")
                .withPath("/elsewhere/?a=b")
                .withContentType(Optional.empty())
                .withHeaders(List.of(new Header("X-Fault", "now"), new Header("X-Fault", "again")))
                .withBody(draft -> new byte[] {'x'});

        Sent sent = bind("http://account.test/stage", form);

        assertThat(sent.method(), is("PATCH"));
        assertThat(sent.target(), is("/stage/elsewhere/?a=b"));
        assertThat(
                sent.headers(),
                contains(
                        new Header("Host", "account.test"),
                        new Header("User-Agent", "accountspec/1 (a scenario)"),
                        new Header("X-Fault", "now"),
                        new Header("X-Fault", "again")));
        assertThat(sent.body(), is(new byte[] {'x'}));
    }

    @Test
    void a_scenarios_name_cannot_break_out_of_its_header() {
        Sent sent = new Binding(URI.create("http://account.test"), "accountspec/1")
                .bind(draft(), documented(), "an (emoji) 😀\r\nX-Evil: \\yes");

        assertThat(sent.header("User-Agent"), is(Optional.of("accountspec/1 (an ?emoji? ???X-Evil: ?yes)")));
    }

    private static Sent bind(String endpoint, Form form) {
        return new Binding(URI.create(endpoint), "accountspec/1").bind(draft(), form, "a scenario");
    }

    private static Form documented() {
        return Form.documented(draft().operation());
    }

    private static Draft draft() {
        return Operation.load("put-alternate-contact").draft(0, 1);
    }
}
