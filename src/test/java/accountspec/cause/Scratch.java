package accountspec.cause;

import accountspec.power.Duel;
import accountspec.reference.*;
import accountspec.run.Depth;
import accountspec.run.Script;
import accountspec.run.Selection;
import accountspec.spec.ClauseBook;
import java.util.*;

public class Scratch {
    public static void main(String[] args) {
        Duel duel = new Duel(Script.load(), ClauseBook.bundled());
        Depth depth = Depth.valueOf(System.getProperty("depth", "FULL"));
        List<String> names = List.of(args);
        if (names.isEmpty()) names = Flaw.all().stream().map(Flaw::name).toList();
        names.parallelStream()
                .map(name -> {
                    Behaviour b = Behaviour.right();
                    for (String n : name.split(","))
                        b = n.equals("right")
                                ? b
                                : Flaw.named(n).isPresent()
                                        ? Flaw.named(n).get().change().apply(b)
                                        : Variant.named(n).get().change().apply(b);
                    var e = duel.examined(b, Selection.all(depth));
                    StringBuilder o = new StringBuilder("== " + name + "  findings "
                            + e.certificate().findings().size() + ", spent " + e.spent() + "\n");
                    e.diagnosis()
                            .causes()
                            .forEach(c -> o.append("   " + (c.isAdvisory() ? "(advice) " : "") + c.sentence() + "   "
                                    + c.clauses() + "  "
                                    + c.shown()
                                            .sent()
                                            .substring(
                                                    0,
                                                    Math.min(
                                                            120,
                                                            c.shown().sent().length())) + "\n"));
                    int n = e.diagnosis().causes().stream()
                            .mapToInt(c -> c.findings().size())
                            .sum();
                    if (n != e.certificate().findings().size()) o.append("   LOST FINDINGS\n");
                    return o.toString();
                })
                .forEachOrdered(System.out::print);
    }
}
