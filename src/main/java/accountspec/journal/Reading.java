package accountspec.journal;

import java.util.Map;

/** What a look at one of an account's contacts showed. */
sealed interface Reading {

    /** @param contact its members; empty for none */
    record Seen(Map<String, String> contact) implements Reading {}

    /**
     * @param why in words
     * @param gone whether the target gave no usable answer at all
     */
    record Unreadable(String why, boolean gone) implements Reading {}
}
