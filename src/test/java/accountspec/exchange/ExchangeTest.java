package accountspec.exchange;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.sameInstance;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExchangeTest {

    @Test
    void a_short_answer_is_kept_whole() {
        Received answer = Received.of(200, List.of(new Header("Content-Type", "text/plain")), new byte[] {'a'});

        Received kept = (Received) exchange(answer).abridged().answer();

        assertThat(kept.headers(), is(answer.headers()));
        assertThat(kept.body(), is(answer.body()));
        assertThat(kept.cut(), is(false));
    }

    @Test
    void of_a_long_answer_the_beginning_is_kept() {
        List<Header> endless = Collections.nCopies(1_000, new Header("X-More", "x".repeat(1_000)));

        Received kept = (Received) exchange(Received.of(200, endless, new byte[1 << 20]))
                .abridged()
                .answer();

        assertThat(kept.body().length, is(1 << 14));
        assertThat(kept.cut(), is(true));
        assertThat(kept.headers().size(), is(lessThan(20)));
    }

    @Test
    void of_many_short_headers_the_first_are_kept() {
        List<Header> tiny = Collections.nCopies(1_000, new Header("a", ""));

        Received kept = (Received)
                exchange(Received.of(200, tiny, new byte[0])).abridged().answer();

        assertThat(kept.headers().size(), is((1 << 14) / 33));
    }

    @Test
    void an_answer_that_was_cut_before_stays_so() {
        Received cut = new Received(200, List.of(), new byte[] {'a'}, true);

        assertThat(((Received) exchange(cut).abridged().answer()).cut(), is(true));
    }

    @Test
    void silence_is_kept_as_it_is() {
        Exchange silent = exchange(new Silence(Silence.Kind.TOO_LATE, "nothing came"));

        assertThat(silent.abridged(), is(sameInstance(silent)));
    }

    private static Exchange exchange(Answer answer) {
        Sent sent = new Sent("POST", "/", List.of(), new byte[0]);
        return new Exchange(1, "a scenario", "the account", "told", sent, answer, Duration.ZERO);
    }
}
