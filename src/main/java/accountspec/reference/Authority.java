package accountspec.reference;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;

/** Who may set whose contact. */
interface Authority {

    /** The account whose contact the request is about, if the caller may set it. */
    String account(Matter matter);

    /** What the page asks. Each check is about one thing and holds where that thing does not arise, so that one alone can be missing. */
    enum Check {
        CALLER_HAS_PERMISSION(m -> m.caller().permitted()),
        CALLER_IS_IN_AN_ORGANIZATION(m -> m.organization().isPresent() || !m.namesAnAccount()),
        CALLER_ADMINISTERS_THE_ORGANIZATION(m -> !m.isByAnOrdinaryMember() || !m.namesAnAccount()),
        ALL_FEATURES_ARE_ENABLED(m -> !m.namesAnAccount()
                || m.organization().filter(o -> !o.allFeatures()).isEmpty()),
        TRUSTED_ACCESS_IS_ENABLED(m -> !m.namesAnAccount()
                || m.organization().filter(o -> !o.trustedAccess()).isEmpty()),
        MANAGEMENT_LEAVES_ITS_OWN_ACCOUNT_OUT(m -> !(m.isByTheManagement() && m.namesItself())),
        NOBODY_ELSE_NAMES_THE_MANAGEMENT(m -> m.isByTheManagement() || !m.namesTheManagement()),
        ACCOUNT_IS_IN_THE_ORGANIZATION(
                m -> !m.namesAnAccount() || m.organization().isEmpty() || m.namesOneOfTheOrganization());

        private final Predicate<Matter> holds;

        Check(Predicate<Matter> holds) {
            this.holds = holds;
        }

        boolean holds(Matter matter) {
            return holds.test(matter);
        }
    }

    /** Makes every check in order, and answers a breach with its fault. */
    record Checked(Map<Check, Fault> checks) implements Authority {

        @Override
        public String account(Matter matter) {
            checks.forEach((check, fault) -> {
                if (!check.holds(matter)) {
                    throw fault.because("The caller is not authorized to do this");
                }
            });
            return matter.named().orElse(matter.caller().account());
        }

        Checked without(Check check) {
            Map<Check, Fault> fewer = new EnumMap<>(checks);
            fewer.remove(check);
            return new Checked(fewer);
        }

        Checked answering(Check check, Fault fault) {
            Map<Check, Fault> changed = new EnumMap<>(checks);
            changed.put(check, fault);
            return new Checked(changed);
        }
    }

    static Checked documented() {
        Map<Check, Fault> checks = new EnumMap<>(Check.class);
        Arrays.stream(Check.values()).forEach(c -> checks.put(c, Fault.ACCESS_DENIED));
        return new Checked(checks);
    }
}
