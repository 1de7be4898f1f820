package accountspec.cli;

import accountspec.cli.Certify.NotifyOn;
import accountspec.run.Depth;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What someone typed after an option, understood; or refused in words that follow the option's name. */
final class Converters {

    private Converters() {}

    static final class ForDepth implements ITypeConverter<Depth> {

        @Override
        public Depth convert(String text) {
            return Arrays.stream(Depth.values())
                    .filter(depth -> depth.word().equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("takes core or full, not '" + text + "'"));
        }
    }

    static final class ForRequests implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String text) {
            if (text.matches("0*[1-9]\\d{0,7}")) {
                return Integer.valueOf(text);
            }
            throw new TypeConversionException("takes how many requests to send, 1 or more, not '" + text + "'");
        }
    }

    static final class ForAccount implements ITypeConverter<String> {

        @Override
        public String convert(String text) {
            if (text.matches("[0-9]{12}")) {
                return text;
            }
            throw new TypeConversionException("takes an account number of 12 digits, not '" + text + "'");
        }
    }

    static final class ForNotifyOn implements ITypeConverter<NotifyOn> {

        @Override
        public NotifyOn convert(String text) {
            if (text.equalsIgnoreCase(NotifyOn.CHANGE.name())) {
                return NotifyOn.CHANGE;
            }
            throw new TypeConversionException("takes change, not '" + text + "'");
        }
    }

    static final class ForPort implements ITypeConverter<Integer> {

        private static final int HIGHEST = 65_535;

        @Override
        public Integer convert(String text) {
            if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= HIGHEST) {
                return Integer.valueOf(text);
            }
            throw new TypeConversionException(
                    "takes a port from 1 to " + HIGHEST + ", or 0 for any that is free, not '" + text + "'");
        }
    }
}
