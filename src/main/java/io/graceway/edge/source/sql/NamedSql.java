package io.graceway.edge.source.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL with parameters by name, such as {@code :account}.
 *
 * @param sql   the same with question marks
 * @param names of the parameters, in the order of the question marks
 */
public record NamedSql(String sql, List<String> names) {

    /** What may hold a colon that is no parameter comes first: texts, quoted names, comments and casts. */
    private static final Pattern TOKEN = Pattern.compile(
            "'(?:[^']|'')*'|\"[^\"]*\"|--[^\\n]*|/\\*.*?\\*/|::|:([A-Za-z]\\w*)", Pattern.DOTALL);

    /** @param known the parameters it may use; any other name is refused */
    public static NamedSql of(String text, Set<String> known) {
        Matcher token = TOKEN.matcher(text);
        List<String> names = new ArrayList<>();
        StringBuilder sql = new StringBuilder();
        while (token.find()) {
            String name = token.group(1);
            if (name != null && !known.contains(name)) {
                throw new IllegalArgumentException("the parameter :" + name + " is not known; there are "
                        + new TreeSet<>(known));
            }
            token.appendReplacement(sql, Matcher.quoteReplacement(name == null ? token.group() : "?"));
            if (name != null) {
                names.add(name);
            }
        }
        return new NamedSql(token.appendTail(sql).toString(), List.copyOf(names));
    }

    /** Ready to run; an absent value is a null. */
    PreparedStatement on(Connection connection, Map<String, Object> values, int timeoutSeconds) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            statement.setQueryTimeout(timeoutSeconds);
            bind(statement, values);
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    void bind(PreparedStatement statement, Map<String, Object> values) throws SQLException {
        for (int i = 0; i < names.size(); i++) {
            Object value = values.get(names.get(i));
            if (value == null) {
                statement.setNull(i + 1, names.get(i).equals("amount") ? Types.NUMERIC : Types.VARCHAR);
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }
}
