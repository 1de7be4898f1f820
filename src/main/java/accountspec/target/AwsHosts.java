package accountspec.target;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the name of one of AWS's own hosts tells. */
final class AwsHosts {

    private static final Pattern AWS = Pattern.compile(
            "(?:.*\\.)?(?:amazonaws\\.com|api\\.aws|(?<china>amazonaws\\.com\\.cn|api\\.amazonwebservices\\.com\\.cn))");
    private static final Pattern REGION = Pattern.compile("(?:.*\\.)?(?<region>[a-z]{2,}(?:-[a-z]+)+-\\d)\\..*");
    private static final String HOME = "us-east-1";
    private static final String HOME_IN_CHINA = "cn-northwest-1";

    private AwsHosts() {}

    /** The region that a host signs for; where its name does not tell, the environment's. */
    static String region(String host, Map<String, String> environment) {
        var aws = AWS.matcher(host);
        if (!aws.matches()) {
            return Optional.ofNullable(environment.get("AWS_REGION"))
                    .or(() -> Optional.ofNullable(environment.get("AWS_DEFAULT_REGION")))
                    .filter(region -> !region.isBlank())
                    .orElse(HOME);
        }
        var region = REGION.matcher(host);
        return region.matches() ? region.group("region") : aws.group("china") == null ? HOME : HOME_IN_CHINA;
    }

    static boolean isAws(String host) {
        return AWS.matcher(host).matches();
    }

    static Pace pace(String host) {
        var aws = AWS.matcher(host);
        return !aws.matches() ? Pace.UNLIMITED : aws.group("china") == null ? Pace.OF_AWS : Pace.OF_AWS_IN_CHINA;
    }
}
