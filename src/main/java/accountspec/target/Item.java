package accountspec.target;

import accountspec.names.Names;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value of the profile, which knows its line and its path, and notes what is wrong with it.
 *
 * <p>Scalars are text whatever they look like, so that the account 012345678901 keeps its nought. A key without a value is a key left out.
 */
record Item(Node node, int line, String path, Problems problems) {

    static Item root(Node node, Problems problems) {
        return new Item(node, line(node), "", problems);
    }

    /** The members of a mapping; keys that are not among the known ones are noted. */
    Map<String, Item> members(String kind, Collection<String> known) {
        var members = new LinkedHashMap<String, Item>();
        allMembers().forEach((name, item) -> {
            if (known.contains(name)) {
                members.put(name, item);
            } else {
                item.wrong(Names.unknown(kind, name, path, known));
            }
        });
        members.values().removeIf(Item::isEmpty);
        return members;
    }

    /** The members of a mapping, whatever their keys. */
    Map<String, Item> members() {
        var members = allMembers();
        members.values().removeIf(Item::isEmpty);
        return members;
    }

    private Map<String, Item> allMembers() {
        var members = new LinkedHashMap<String, Item>();
        if (!(node instanceof MappingNode mapping)) {
            wrongShape("names and values");
            return members;
        }
        for (var entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                problems.at(line(entry.getKeyNode()), "a key that is no word" + at());
            } else {
                var name = key.getValue();
                var inner =
                        new Item(entry.getValueNode(), line(key), path.isEmpty() ? name : path + ": " + name, problems);
                if (members.putIfAbsent(name, inner) != null) {
                    problems.at(line(key), "a second '" + name + "'" + at() + "; leave one of them out");
                }
            }
        }
        return members;
    }

    /** The values of a list. */
    List<Item> items() {
        if (!(node instanceof SequenceNode sequence)) {
            wrongShape("a list: [one, another], or a hyphen before each");
            return List.of();
        }
        return sequence.getValue().stream()
                .map(inner -> new Item(inner, line(inner), path, problems))
                .toList();
    }

    Optional<String> text() {
        if (text(node).isBlank()) {
            wrongShape("a word");
            return Optional.empty();
        }
        return Optional.of(text(node).strip());
    }

    /** What a reader makes of the text; what it refuses, by an IllegalArgumentException, is noted. */
    <T> Optional<T> text(Function<String, T> reader) {
        return text().flatMap(text -> {
            try {
                return Optional.of(reader.apply(text));
            } catch (IllegalArgumentException e) {
                wrong(path + ": " + e.getMessage());
                return Optional.empty();
            }
        });
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    boolean isEmpty() {
        return node.getTag().equals(Tag.NULL);
    }

    void wrong(String problem) {
        problems.at(line, problem);
    }

    String written() {
        return problems.written(line);
    }

    private void wrongShape(String wanted) {
        wrong((path.isEmpty() ? "the profile" : path) + " is " + shape() + "; it should be " + wanted);
    }

    private String shape() {
        return switch (node.getNodeId()) {
            case mapping -> "names and values";
            case sequence -> "a list";
            default -> text(node).isBlank() ? "empty" : "a word";
        };
    }

    private String at() {
        return path.isEmpty() ? "" : " at " + path;
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
