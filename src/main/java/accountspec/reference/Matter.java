package accountspec.reference;

import java.util.Optional;

/**
 * Who calls, and whose contact it is about.
 *
 * @param organization the caller's
 * @param named the AccountId, if the request has one
 */
record Matter(Party caller, Optional<Organization> organization, Optional<String> named) {

    boolean namesAnAccount() {
        return named.isPresent();
    }

    boolean namesItself() {
        return names(caller.account());
    }

    boolean namesTheManagement() {
        return organization.filter(o -> names(o.management().account())).isPresent();
    }

    boolean namesTheDelegate() {
        return organization
                .filter(o -> named.filter(o::isDelegatedTo).isPresent())
                .isPresent();
    }

    boolean namesOneOfTheOrganization() {
        return organization.filter(o -> named.filter(o::has).isPresent()).isPresent();
    }

    boolean names(String account) {
        return named.filter(account::equals).isPresent();
    }

    boolean isByTheManagement() {
        return organization.filter(o -> o.isManagedBy(caller.account())).isPresent();
    }

    boolean isByTheDelegate() {
        return organization.filter(o -> o.isDelegatedTo(caller.account())).isPresent();
    }

    boolean isByAnOrdinaryMember() {
        return organization.isPresent() && !isByTheManagement() && !isByTheDelegate();
    }
}
