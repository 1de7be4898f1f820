package accountspec.checks;

import java.util.Set;
import java.util.function.Function;
import org.hamcrest.Description;
import org.hamcrest.TypeSafeDiagnosingMatcher;
import org.jspecify.annotations.Nullable;

/** A matcher that knows how it can be shown to judge: it must notice each of these corruptions. */
final class Check<T> extends TypeSafeDiagnosingMatcher<T> {

    private final String expected;
    private final Set<Corruption> noticed;
    private final Function<T, @Nullable String> flaw;

    /** @param flaw says what is wrong with what is judged, null if nothing is */
    Check(Class<?> judged, String expected, Set<Corruption> noticed, Function<T, @Nullable String> flaw) {
        super(judged);
        this.expected = expected;
        this.noticed = noticed;
        this.flaw = flaw;
    }

    Set<Corruption> noticed() {
        return noticed;
    }

    @Override
    protected boolean matchesSafely(T judged, Description mismatch) {
        String was = flaw.apply(judged);
        if (was != null) {
            mismatch.appendText(was);
        }
        return was == null;
    }

    @Override
    public void describeTo(Description description) {
        description.appendText(expected);
    }
}
