package io.graceway.real;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;

/** Kill Bill's tables, as its war describes them. */
final class KillBillTables {

    /** The queue tables stand in the first one. */
    private static final List<String> TABLES = List.of("util/ddl-postgresql", "account/ddl", "beatrix/ddl",
            "catalog/ddl", "entitlement/ddl", "invoice/ddl", "payment/ddl", "subscription/ddl", "tenant/ddl",
            "usage/ddl", "util/ddl");

    private KillBillTables() {
    }

    static void make(Path war, DataSource database) throws IOException, SQLException {
        String[] texts = new String[TABLES.size()];
        try (ZipInputStream outer = new ZipInputStream(Files.newInputStream(war))) {
            for (ZipEntry jar = outer.getNextEntry(); jar != null; jar = outer.getNextEntry()) {
                if (jar.getName().matches("WEB-INF/lib/killbill-[a-z]+-[0-9.]+\\.jar")) {
                    inside(new ZipInputStream(new ByteArrayInputStream(outer.readAllBytes())), texts);
                }
            }
        }
        try (Connection connection = database.getConnection();
             Statement statement = connection.createStatement()) {
            for (String text : texts) {
                statement.execute(text);
            }
        }
    }

    private static void inside(ZipInputStream jar, String[] texts) throws IOException {
        for (ZipEntry one = jar.getNextEntry(); one != null; one = jar.getNextEntry()) {
            for (int i = 0; i < texts.length; i++) {
                if (one.getName().equals("org/killbill/billing/" + TABLES.get(i) + ".sql")) {
                    texts[i] = new String(jar.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
    }
}
