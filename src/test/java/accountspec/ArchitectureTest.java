package accountspec;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import accountspec.spec.ClauseBook;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One library, one room; and what an answer means does not depend on how it was fetched, nor on who tells it. */
class ArchitectureTest {

    /** Just where the suite's own classes lie, and not their tests. */
    private static final JavaClasses SUITE = new ClassFileImporter()
            .importUrl(ClauseBook.class.getProtectionDomain().getCodeSource().getLocation());

    // ---- one library, one room

    @ParameterizedTest
    @CsvSource({
        "io.restassured, wire",
        "io.github.bucket4j, wire",
        "software.amazon, 'wire, target'",
        "org.hamcrest, 'checks, steps, trial'",
        "io.cucumber, 'steps, run, report'",
        "org.junit.platform, run",
        "io.qameta.allure, report",
        "gg.jte, pages",
        "org.apache.http, reference",
        "picocli, cli"
    })
    void a_library_lives_in_its_room(String library, String rooms) {
        String[] inside = Arrays.stream(rooms.split(", "))
                .map(room -> "accountspec." + room + "..")
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideOutsideOfPackages(inside)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library + "..")
                .check(SUITE);
        for (String room : inside) {
            assertThat(
                    library + " is used in " + room,
                    SUITE.stream()
                            .filter(resideInAPackage(room))
                            .anyMatch(c -> dependsOn(c, resideInAPackage(library + ".."))),
                    is(true));
        }
    }

    @Test
    void nobody_uses_the_http_client_that_rest_assured_brings() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.http.client..",
                        "org.apache.http.impl.client..",
                        "org.apache.http.conn..",
                        "org.apache.http.impl.conn..",
                        "org.apache.http.auth..",
                        "org.apache.http.cookie..")
                .check(SUITE);
    }

    // ---- who may know whom

    /** All packages but the command line, which knows everybody and is known to nobody. */
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("names", ""),
            Map.entry("exchange", ""),
            Map.entry("notation", ""),
            Map.entry("spec", "names"),
            Map.entry("operation", "notation exchange"),
            Map.entry("outcome", "exchange"),
            Map.entry("checks", "outcome exchange"),
            Map.entry("target", "names spec"),
            Map.entry("verdict", "spec target"),
            Map.entry("wire", "operation exchange target"),
            Map.entry("reference", "exchange"),
            Map.entry("measure", "trial operation notation outcome exchange verdict"),
            Map.entry("cause", "measure verdict spec operation outcome exchange"),
            Map.entry("recording", "exchange"),
            Map.entry("replay", "exchange operation recording trial verdict wire"),
            Map.entry("report", "cause verdict exchange spec recording run"),
            Map.entry("pages", "verdict exchange spec recording report pages.templates"),
            Map.entry("journal", "exchange operation outcome target trial verdict wire"),
            Map.entry("trial", "checks exchange notation operation outcome target verdict wire"),
            Map.entry("steps", "checks exchange names notation operation outcome spec target trial verdict"),
            Map.entry("run", "names recording spec steps target trial verdict"),
            Map.entry("memory", "exchange reference trial wire"),
            Map.entry("power", "cause exchange measure memory operation reference run spec target trial verdict wire"),
            Map.entry(
                    "rehearsal",
                    "exchange journal memory operation outcome reference run spec target trial verdict wire"));

    static Set<String> packages() {
        return KNOWN.keySet();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void a_package_knows_only_those_below_it(String name) {
        String[] allowed = Pattern.compile(" ")
                .splitAsStream((name + " " + KNOWN.get(name)).strip())
                .map(word -> "accountspec." + word)
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage("accountspec." + name)
                .should()
                .dependOnClassesThat(resideInAPackage("accountspec..")
                        .and(DescribedPredicate.not(resideInAnyPackage(allowed)))
                        .as("belong to the suite, but not to " + String.join(", ", allowed)))
                .check(SUITE);
    }

    @Test
    void no_two_packages_depend_on_each_other() {
        slices().matching("accountspec.(*)..").should().beFreeOfCycles().check(SUITE);
    }

    // ---- style

    @Test
    void classes_are_final_unless_they_are_sealed() {
        classes()
                .that()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .areNotAnonymousClasses()
                .and(DescribedPredicate.not(nameMatching(".*package-info")))
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(SUITE);
    }

    @Test
    void every_package_says_what_lives_there_and_is_null_marked() {
        Set<String> packages = SUITE.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        packages.remove("accountspec.pages.templates"); // generated

        for (String name : packages) {
            assertThat(name, SUITE.getPackage(name).isAnnotatedWith(NullMarked.class), is(true));
        }
    }

    @Test
    void no_package_is_for_everything() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..helpers..")
                .check(SUITE);
    }

    @Test
    void the_rules_have_seen_the_whole_suite() {
        Set<String> packages = SUITE.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.equals("accountspec.pages.templates")) // generated
                .map(name -> name.replaceFirst("accountspec\\.?", ""))
                .collect(Collectors.toSet());
        packages.remove("cli");

        assertThat(packages, is(KNOWN.keySet()));
        assertThat(SUITE.stream().toList(), hasSize(greaterThan(150)));
    }

    private static boolean dependsOn(JavaClass from, DescribedPredicate<JavaClass> which) {
        return from.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> which.test(dependency.getTargetClass()));
    }
}
