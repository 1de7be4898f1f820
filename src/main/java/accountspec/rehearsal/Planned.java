package accountspec.rehearsal;

import java.util.List;
import java.util.Optional;

/**
 * A request that a run would send.
 *
 * @param scenario the scenario that asks
 * @param feature its file, below {@code features/}
 * @param purpose the scenario again, or what else it is sent for ("control", "read back")
 * @param caller the party that it is sent by
 * @param account whose contact it is about: a number, or words where the profile tells none
 * @param contact which of the account's contacts, where the request says so
 * @param told the request in words
 * @param writes whether it sets or deletes a contact, where the target does as the page says
 */
public record Planned(
        String scenario,
        String feature,
        List<String> clauses,
        String purpose,
        String caller,
        String account,
        Optional<String> contact,
        String told,
        boolean writes) {}
