package accountspec.trial;

import accountspec.target.Credentials;
import accountspec.target.Keys;
import accountspec.target.Party;
import accountspec.target.Signing;
import accountspec.target.Target;
import accountspec.wire.SigV4;
import accountspec.wire.Signer;
import java.time.Clock;

/** Signs in the parties' names as the target's profile says. */
public final class ProfileSigners {

    private ProfileSigners() {}

    /** @param party one that the target may be called as */
    public static Signer of(Target target, Party party) {
        if (target.signing() instanceof Signing.SigV4 sigV4) {
            Credentials credentials = party.credentials().orElseThrow();
            return new SigV4(
                    target.endpoint(),
                    sigV4.region(),
                    sigV4.service(),
                    () -> keys(credentials.resolve()),
                    Clock.systemUTC());
        }
        return Signer.NONE;
    }

    private static SigV4.Keys keys(Keys keys) {
        return new SigV4.Keys(keys.accessKey(), keys.secretKey(), keys.sessionToken());
    }
}
