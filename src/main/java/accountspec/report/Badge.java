package accountspec.report;

import accountspec.verdict.Certificate;
import accountspec.verdict.ClauseResult;
import accountspec.verdict.Verdict;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code badge.json}, as shields.io's endpoint reads it, and {@code badge.svg}, for where nothing may be asked of it. */
public final class Badge {

    private Badge() {}

    public static void write(Path folder, Certificate certificate, RunFacts facts) throws IOException {
        String message = message(certificate);
        String colour = colour(certificate);
        Map<String, Object> shield = new LinkedHashMap<>();
        shield.put("schemaVersion", 1);
        shield.put("label", facts.operation());
        shield.put("message", message);
        shield.put("color", colour.substring(1));
        shield.put("isError", certificate.outcome().exitStatus() != 0);
        Files.writeString(
                folder.resolve("badge.json"), JsonMapper.builder().build().writeValueAsString(shield) + "\n");
        Files.writeString(folder.resolve("badge.svg"), svg(facts.operation(), message, colour));
    }

    private static String message(Certificate certificate) {
        long proven = certificate.clauses().stream()
                .filter(clause -> clause.verdict() == Verdict.CONFORMS
                        && clause.clause().standing().binds())
                .count();
        long broken = certificate.clauses().stream().filter(ClauseResult::fails).count();
        return switch (certificate.outcome().exitStatus()) {
            case 0 -> isWhole(certificate) ? "conforms" : "conforms in part, " + proven + " proven";
            case 1 -> broken + (broken == 1 ? " statement broken" : " statements broken");
            case 5 -> "a waiver is stale";
            case 6 -> "contacts not restored";
            default -> "no verdict";
        };
    }

    private static String colour(Certificate certificate) {
        return switch (certificate.outcome().exitStatus()) {
            case 0 -> isWhole(certificate) ? "#17686f" : "#4d8a8f";
            case 1, 5, 6 -> "#b0281f";
            default -> "#7d5d0c";
        };
    }

    private static boolean isWhole(Certificate certificate) {
        return certificate.outcome() == Certificate.Outcome.CONFORMS;
    }

    private static String svg(String label, String message, String colour) {
        int left = width(label);
        int right = width(message);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="20" role="img" aria-label="%5$s: %6$s">
                <title>%5$s: %6$s</title>
                <clipPath id="r"><rect width="%1$d" height="20" rx="3"/></clipPath>
                <g clip-path="url(#r)"><rect width="%2$d" height="20" fill="#3a4347"/><rect x="%2$d" width="%3$d" height="20" fill="%4$s"/></g>
                <g fill="#fff" text-anchor="middle" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11">
                <text x="%7$d" y="14" textLength="%8$d">%5$s</text><text x="%9$d" y="14" textLength="%10$d">%6$s</text></g>
                </svg>
                """.formatted(
                left + right, left, right, colour, label, message, left / 2, left - 12, left + right / 2, right - 12);
    }

    /** About what the letters take at 11 px, and the margins. */
    private static int width(String text) {
        return (int) Math.round(text.length() * 6.4) + 12;
    }
}
