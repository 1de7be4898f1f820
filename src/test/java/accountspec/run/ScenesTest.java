package accountspec.run;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import accountspec.doubles.Trials;
import accountspec.steps.Scene;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScenesTest {

    @Test
    void a_scene_knows_its_clause_and_its_needs_by_its_tags() {
        Scene scene = scenes("").of("a scenario", List.of("needs-signing", "PAC-SET-2", "needs-read-back", "full"));

        assertThat(scene.title(), is("a scenario"));
        assertThat(scene.clause().id().text(), is("PAC-SET-2"));
        assertThat(scene.clauses(), contains("PAC-SET-2"));
        assertThat(scene.needs(), contains("signing", "read-back"));
        assertThat(scene.pinned(), is(Optional.empty()));
        assertThat(scene.isWaived(), is(false));
    }

    @Test
    void a_scene_knows_what_the_profile_says_of_its_clause() {
        Scenes scenes = scenes("readings: { PAC-TYPE-6: refused }\nwaivers:\n"
                + "  - { clause: PAC-NAME-1, reason: known, until: 2026-11-22 }\n"
                + "  - { clause: PAC-NAME-2, reason: known, until: 2026-11-21 }\n");

        assertThat(scenes.of("a scenario", List.of("PAC-TYPE-6")).pinned(), is(Optional.of("refused")));
        assertThat(scenes.of("a scenario", List.of("PAC-NAME-1")).isWaived(), is(true));
        assertThat(scenes.of("a scenario", List.of("PAC-NAME-2")).isWaived(), is(false));
    }

    @Test
    void a_scenario_without_a_clause_is_out_of_place() {
        assertThat(
                assertThrows(IllegalArgumentException.class, () -> scenes("").of("a scenario", List.of("full")))
                        .getMessage(),
                is("the scenario has no clause: give its Rule the tag of one"));
    }

    @Test
    void a_clause_or_a_need_that_nobody_knows_is_told_with_the_nearest() {
        assertThat(
                assertThrows(RuntimeException.class, () -> scenes("").of("a scenario", List.of("PAC-NAME-22")))
                        .getMessage(),
                containsString("PAC-NAME-2"));
        assertThat(
                assertThrows(
                                IllegalArgumentException.class,
                                () -> scenes("").of("a scenario", List.of("PAC-NAME-2", "needs-readback")))
                        .getMessage(),
                containsString("read-back"));
    }

    private static Scenes scenes(String more) {
        return new Scenes(Judged.BOOK, Trials.target(Trials.ALONE + more), Selection.all(Depth.FULL), Judged.TODAY);
    }
}
