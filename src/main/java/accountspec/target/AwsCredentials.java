package accountspec.target;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.ProfileFile;

/** Keys from AWS's own places: a profile in its files, or the default chain. The SDK keeps them, and renews those that expire. */
final class AwsCredentials implements Credentials {

    private final Supplier<AwsCredentialsProvider> source;
    private final Function<RuntimeException, String> advice;
    private final Set<String> secrets = ConcurrentHashMap.newKeySet();
    private volatile Optional<AwsCredentialsProvider> provider = Optional.empty();

    private AwsCredentials(Supplier<AwsCredentialsProvider> source, Function<RuntimeException, String> advice) {
        this.source = source;
        this.advice = advice;
    }

    static AwsCredentials profile(String name) {
        return profile(name, ProfileFile::defaultProfileFile);
    }

    static AwsCredentials profile(String name, Supplier<ProfileFile> files) {
        return new AwsCredentials(
                () -> ProfileCredentialsProvider.builder()
                        .profileName(name)
                        .profileFile(files)
                        .build(),
                problem -> files.get().profile(name).isEmpty()
                        ? "the AWS profile '" + name + "' is not in ~/.aws/config or ~/.aws/credentials"
                                + " (nor where AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE point);"
                                + " add it, or name another in the target file"
                        : "the AWS profile '" + name + "' gave no credentials: " + problem.getMessage());
    }

    static AwsCredentials defaultChain() {
        return defaultChain(() -> DefaultCredentialsProvider.builder().build());
    }

    static AwsCredentials defaultChain(Supplier<AwsCredentialsProvider> chain) {
        return new AwsCredentials(
                chain,
                problem ->
                        "the AWS default chain found no credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY,"
                                + " or give a profile (AWS_PROFILE, or 'credentials: profile:NAME' in the target file)");
    }

    @Override
    public Keys resolve() {
        try {
            var found = provider().resolveCredentials();
            var token = found instanceof AwsSessionCredentials session
                    ? Optional.of(session.sessionToken())
                    : Optional.<String>empty();
            var keys = new Keys(found.accessKeyId(), found.secretAccessKey(), token);
            secrets.addAll(GivenKeys.secrets(keys));
            return keys;
        } catch (SdkException | IllegalStateException | IllegalArgumentException e) {
            throw new ProfileException(advice.apply(e), e);
        }
    }

    @Override
    public Set<String> secrets() {
        return Set.copyOf(secrets);
    }

    private synchronized AwsCredentialsProvider provider() {
        var made = provider.orElseGet(source);
        provider = Optional.of(made);
        return made;
    }
}
