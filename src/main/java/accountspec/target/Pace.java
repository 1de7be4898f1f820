package accountspec.target;

import java.util.Optional;

/** How often each operation may be called; one without a rate may be called at will. */
public record Pace(Optional<Rate> put, Optional<Rate> get, Optional<Rate> delete) {

    static final Pace UNLIMITED = new Pace(Optional.empty(), Optional.empty(), Optional.empty());

    /** The quotas that AWS documents for its endpoints. */
    static final Pace OF_AWS = new Pace(
            Optional.of(Rate.perSecond(5, 8)), Optional.of(Rate.perSecond(10, 15)), Optional.of(Rate.perSecond(1, 6)));

    static final Pace OF_AWS_IN_CHINA = new Pace(
            Optional.of(Rate.perSecond(1, 6)), Optional.of(Rate.perSecond(3, 5)), Optional.of(Rate.perSecond(1, 6)));
}
