package accountspec.operation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import accountspec.exchange.Header;
import accountspec.operation.Form.Signature;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormTest {

    @Test
    void the_documented_form_is_the_operations_own() {
        Form form = documented();

        assertThat(form.method(), is("POST"));
        assertThat(form.path(), is("/putAlternateContact"));
        assertThat(form.contentType(), is(Optional.of("application/json")));
        assertThat(form.headers(), is(empty()));
        assertThat(form.signature(), is(Signature.RIGHT));
        assertThat(form.isDocumented(), is(true));
    }

    @Test
    void each_change_changes_one_thing() {
        Form form = documented()
                .withMethod("GET")
                .withPath("/elsewhere")
                .withContentType(Optional.empty())
                .withHeaders(List.of(new Header("X-Fault", "now")))
                .withSignature(Signature.NONE)
                .withBody(draft -> new byte[] {'x'});

        assertThat(form.method(), is("GET"));
        assertThat(form.path(), is("/elsewhere"));
        assertThat(form.contentType(), is(Optional.empty()));
        assertThat(form.headers(), contains(new Header("X-Fault", "now")));
        assertThat(form.signature(), is(Signature.NONE));
        assertThat(form.body().apply(put().draft(0, 1)), is(new byte[] {'x'}));
        assertThat(documented().method(), is("POST"));
    }

    @Test
    void a_form_that_is_told_of_is_not_the_documented_one() {
        assertThat(documented().told("by the method GET").isDocumented(), is(false));
    }

    private static Form documented() {
        return Form.documented(put());
    }

    private static Operation put() {
        return Operation.load("put-alternate-contact");
    }
}
