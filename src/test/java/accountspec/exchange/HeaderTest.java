package accountspec.exchange;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeaderTest {

    @Test
    void a_headers_name_is_the_same_in_any_case() {
        assertThat(new Header("X-Amzn-Errortype", "a").is("x-amzn-ErrorType"), is(true));
        assertThat(new Header("X-Amzn-Errortype", "a").is("x-amzn-error"), is(false));
    }

    @Test
    void the_first_of_several_headers_counts() {
        List<Header> headers = List.of(new Header("Host", "a"), new Header("HOST", "b"));

        assertThat(new Sent("GET", "/", headers, new byte[0]).header("host"), is(Optional.of("a")));
        assertThat(Received.of(200, headers, new byte[0]).header("host"), is(Optional.of("a")));
        assertThat(Received.of(200, headers, new byte[0]).header("guest"), is(Optional.empty()));
    }

    @Test
    void nobody_can_add_a_header_later() {
        List<Header> headers = new ArrayList<>();
        Sent sent = new Sent("GET", "/", headers, new byte[0]);
        Received received = Received.of(200, headers, new byte[0]);
        headers.add(new Header("X-Late", "yes"));

        assertThat(sent.headers().isEmpty(), is(true));
        assertThat(received.headers().isEmpty(), is(true));
        assertThrows(UnsupportedOperationException.class, () -> sent.headers().add(new Header("X-Late", "yes")));
    }
}
