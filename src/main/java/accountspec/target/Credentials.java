package accountspec.target;

import java.util.Set;

/** Where a party's keys come from. */
public sealed interface Credentials permits GivenKeys, AwsCredentials {

    /**
     * The keys of this moment; ask again for each request, since temporary ones are renewed in time.
     *
     * @throws ProfileException when there are none to be had, with what to do
     */
    Keys resolve();

    /** Every secret value that was resolved so far, for redaction; words so short that redacting them would spoil a text are not among them. */
    Set<String> secrets();
}
