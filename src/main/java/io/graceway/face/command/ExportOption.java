package io.graceway.face.command;

import io.graceway.face.export.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How commands give tables to machines and take them along. */
final class ExportOption {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;
    @Option(names = "--json", description = "one JSON object for each row")
    private boolean json;
    @Option(names = "--export", paramLabel = "FILE", description = "write the table there too, as .csv or .xlsx; only "
            + "its owner can read it")
    private Path file;

    /** Before anything is done. */
    void check() {
        if (file != null && !Table.isWritable(file)) {
            throw new ParameterException(spec.commandLine(), "--export takes a file that ends in .csv or .xlsx");
        }
    }

    /** @return whether it was told; if not, whoever asks tells it in words */
    boolean tell(Table table) throws IOException {
        if (file != null) {
            table.write(file);
            GracewayCommand.err(spec).println(table.rows().size() + " rows written to " + file);
        }
        PrintWriter out = GracewayCommand.out(spec);
        if (json) {
            table.objects().forEach(one -> out.println(Json.line(one)));
            out.flush();
        }
        return json;
    }
}
