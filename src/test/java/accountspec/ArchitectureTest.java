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
import static org.hamcrest.Matchers.not;

import accountspec.spec.ClauseBook;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One library, one room; and what an answer means does not depend on how it was fetched, nor on who tells it. */
class ArchitectureTest {

    /** Just where the suite's own classes lie, and not their tests. */
    private static final JavaClasses SUITE = new ClassFileImporter()
            .importUrl(ClauseBook.class.getProtectionDomain().getCodeSource().getLocation());

    // ---- one library, one room

    @ParameterizedTest
    @CsvSource({
        "io.restassured, wire",
        "java.net.http, wire",
        "io.github.bucket4j, wire",
        "software.amazon, 'wire, target'",
        "org.hamcrest, 'checks, steps, trial'",
        "io.cucumber, 'steps, run'",
        "org.junit.platform, run",
        "io.qameta.allure, report",
        "gg.jte, pages",
        "com.sun.net, reference",
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
                .resideInAPackage("org.apache.http..")
                .check(SUITE);
    }

    // ---- who may know whom

    @ParameterizedTest
    @CsvSource({
        "names, ''",
        "exchange, ''",
        "notation, ''",
        "spec, names",
        "operation, 'notation, exchange'",
        "outcome, exchange",
        "checks, 'outcome, exchange'",
        "target, 'names, spec'",
        "verdict, 'spec, target'",
        "wire, 'operation, exchange, target'",
        "reference, exchange",
        "measure, 'trial, operation, notation, outcome, exchange, verdict'",
        "cause, 'measure, verdict, spec, operation, outcome, exchange'",
        "recording, exchange",
        "replay, 'exchange, operation, recording, trial, verdict, wire'",
        "report, 'cause, verdict, exchange, spec, recording'",
        "pages, 'verdict, exchange, spec, recording, report, pages.templates'",
        "journal, 'exchange, operation, outcome, target, trial, verdict, wire'"
    })
    void a_package_knows_only_those_below_it(String name, String known) {
        String[] allowed = Arrays.stream((name + ", " + known).split(", "))
                .filter(word -> !word.isEmpty())
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
    void nothing_depends_on_the_command_line() {
        noClasses()
                .that()
                .resideOutsideOfPackage("accountspec.cli")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("accountspec.cli")
                .check(SUITE);
    }

    @Test
    void only_the_command_line_depends_on_what_tells_people_and_on_what_measures_the_suite() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "accountspec.report",
                        "accountspec.pages..",
                        "accountspec.power",
                        "accountspec.rehearsal",
                        "accountspec.cli")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "accountspec.report", "accountspec.pages..", "accountspec.power", "accountspec.rehearsal")
                .check(SUITE);
    }

    @Test
    void only_what_runs_them_depends_on_the_steps() {
        noClasses()
                .that()
                .resideOutsideOfPackages("accountspec.steps", "accountspec.run", "accountspec.cli")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("accountspec.steps")
                .check(SUITE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"steps", "trial", "run", "journal"})
    void what_is_asked_and_judged_does_not_know_who_tells_it_nor_the_reference(String name) {
        noClasses()
                .that()
                .resideInAPackage("accountspec." + name)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "accountspec.report", "accountspec.pages..", "accountspec.reference", "accountspec.cli")
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
        List<String> known = List.of(
                "cause",
                "checks",
                "cli",
                "exchange",
                "journal",
                "measure",
                "memory",
                "names",
                "notation",
                "operation",
                "outcome",
                "pages",
                "power",
                "recording",
                "reference",
                "rehearsal",
                "replay",
                "report",
                "run",
                "spec",
                "steps",
                "target",
                "trial",
                "verdict",
                "wire");
        for (String name : known) {
            assertThat(
                    name,
                    SUITE.stream()
                            .filter(resideInAPackage("accountspec." + name))
                            .toList(),
                    is(not(List.of())));
        }
        assertThat(SUITE.stream().toList(), hasSize(greaterThan(150)));
    }

    private static boolean dependsOn(JavaClass from, DescribedPredicate<JavaClass> which) {
        return from.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> which.test(dependency.getTargetClass()));
    }
}
