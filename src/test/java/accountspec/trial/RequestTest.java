package accountspec.trial;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import accountspec.operation.Form;
import org.junit.jupiter.api.Test;

class RequestTest {

    @Test
    void a_valid_request_is_told_by_where_it_goes_and_who_sends_it() {
        assertThat(Stage.valid().told(), is("POST /putAlternateContact, by the account"));
    }

    @Test
    void whatever_sets_it_apart_is_told_in_between() {
        Form form = Form.documented(Stage.PUT).withMethod("PUT").told("by the method PUT");
        Request request =
                new Request(Stage.theAccount(), Stage.PUT.draft(0, 1).without("Title"), form, "a scenario", false);

        assertThat(request.told(), is("PUT /putAlternateContact, without Title, by the method PUT, by the account"));
    }
}
