package io.graceway.face.console.onboard;

import io.graceway.face.console.Frame;
import io.graceway.face.console.onboard.Field.Kind;
import io.graceway.face.console.onboard.Fields.Group;
import io.graceway.face.console.onboard.Onboarding.Change;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a step: as the page shows them, and as somebody sent them back. */
final class Form {

    private final Frame frame;
    private final HttpServletRequest request;
    private final List<Group> groups;
    private final Map<String, String> values;
    private final Map<String, String> faults = new LinkedHashMap<>();
    private boolean sent;

    /** @param values of the file, by pointer */
    Form(Frame frame, HttpServletRequest request, List<Group> groups, Map<String, String> values) {
        this.frame = frame;
        this.request = request;
        this.groups = groups;
        this.values = values;
    }

    /** A thing to choose. */
    record Choice(String id, String value, String name, boolean chosen) {
    }

    /** What would have to change in the file; what cannot be taken as it is, is a fault. */
    List<Change> changes() {
        sent = true;
        List<Change> changes = new ArrayList<>();
        List<Change> gone = new ArrayList<>();
        List<String> removed = request.getParameterValues("remove") == null ? List.of()
                : List.of(request.getParameterValues("remove"));
        for (Group group : groups) {
            if (group.isNewRow()) {
                row(group, changes);
            } else if (!group.row().isEmpty() && removed.contains(group.row())) {
                gone.add(0, new Change(group.row(), null));
            } else {
                group.fields().forEach(field -> change(field, changes));
            }
        }
        // The last first, so that the others stay where they are.
        changes.addAll(gone);
        return changes;
    }

    private void change(Field field, List<Change> changes) {
        Object read = field.read(request.getParameterValues(field.pointer()));
        if (field.kind() == Kind.CHOICE && read != null && !field.choices().contains(read)) {
            faults.put(field.pointer(), "GW-WEB-179: " + frame.text(request, "onboard-not-there") + " "
                    + field.choices());
        } else if (read == null && field.needed() || read instanceof List<?> list && list.isEmpty()
                && field.kind() == Kind.MANY) {
            faults.put(field.pointer(), frame.text(request, "onboard-needed"));
        } else if (!field.isSame(values.get(field.pointer()), read)
                && !(Boolean.FALSE.equals(read) && !values.containsKey(field.pointer()))) {
            changes.add(new Change(field.pointer(), read));
        }
    }

    /** One more of a list, where somebody filled in a part of it. */
    private void row(Group group, List<Change> changes) {
        Map<String, Object> row = new LinkedHashMap<>();
        group.fields().forEach(field -> {
            Object read = field.read(request.getParameterValues(field.pointer()));
            if (read != null) {
                row.put(field.word(), read);
            }
        });
        if (row.isEmpty()) {
            return;
        }
        List<Field> missing = group.fields().stream().filter(one -> one.needed() && !row.containsKey(one.word()))
                .toList();
        missing.forEach(one -> faults.put(one.pointer(), frame.text(request, "onboard-needed")));
        if (missing.isEmpty()) {
            changes.add(new Change(group.row(), row));
        }
    }

    Map<String, String> faults() {
        return faults;
    }

    /** What the template takes. */
    List<Map<String, Object>> view() {
        return groups.stream().map(group -> {
            Map<String, Object> shown = new HashMap<>();
            shown.put("title", frame.text(request, group.title()));
            shown.put("about", group.about());
            shown.put("row", group.row().isEmpty() || group.isNewRow() ? "" : group.row());
            shown.put("rowId", "r" + group.row().replace('/', '-'));
            shown.put("rowFault", faults.getOrDefault(group.row().isEmpty() ? "none" : group.row(), ""));
            shown.put("fields", group.fields().stream().map(this::view).toList());
            return shown;
        }).toList();
    }

    private Map<String, Object> view(Field field) {
        String[] typed = sent ? request.getParameterValues(field.pointer()) : null;
        String value = typed != null ? typed[0] : sent && field.kind() == Kind.FLAG ? ""
                : field.shown(values.getOrDefault(field.pointer(), ""));
        List<String> chosen = typed != null ? List.of(typed) : sent ? List.of()
                : List.of(values.getOrDefault(field.pointer(), "").split(", "));
        String hint = frame.name(request, "onboard-hint", field.kind() == Kind.SECRET ? "secret" : field.word());
        Map<String, Object> shown = new HashMap<>();
        shown.put("id", field.id());
        shown.put("name", field.pointer());
        shown.put("pointer", field.pointer());
        shown.put("label", frame.name(request, "onboard-field", field.word()));
        // Where there is no text, the name itself comes back.
        shown.put("hint", hint.equals(field.word().replace('_', ' ')) ? "" : hint);
        shown.put("fault", faults.getOrDefault(field.pointer(), ""));
        shown.put("value", value);
        shown.put("type", field.kind() == Kind.DATE ? "date" : "text");
        shown.put("number", field.kind() == Kind.NUMBER);
        shown.put("needed", field.needed() && !field.pointer().contains("/-/"));
        shown.put("line", List.of(Kind.TEXT, Kind.NUMBER, Kind.DATE, Kind.LIST, Kind.SECRET).contains(field.kind()));
        shown.put("choice", field.kind() == Kind.CHOICE);
        shown.put("many", field.kind() == Kind.MANY);
        shown.put("flag", field.kind() == Kind.FLAG);
        shown.put("checked", typed != null || value.equals("true"));
        shown.put("choices", field.choices().stream().map(one -> new Choice(field.id() + "-" + one, one,
                frame.name(request, "onboard-choice", one), chosen.contains(one))).toList());
        return shown;
    }
}
