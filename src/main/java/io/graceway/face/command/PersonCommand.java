package io.graceway.face.command;

import io.graceway.face.console.sign.Passwords;
import io.graceway.face.console.sign.Role;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code graceway person}: an entry of house.yaml for somebody who signs in to the console. */
@Command(name = "person", mixinStandardHelpOptions = true,
        description = "Makes the entry of house.yaml (console.people) for somebody who signs in to the console. The "
        + "password is asked for, or read as a line of standard input; only its Argon2id hash is shown.",
        footer = {"", "Example:", "  graceway person cashier-3 --role operator --role auditor"})
final class PersonCommand implements Callable<Integer> {

    private static final String NAME = "[a-z0-9][a-z0-9._-]{1,39}";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "what they sign in with: 2 to 40 small letters, digits, . _ -")
    private String name;

    @Option(names = "--role", paramLabel = "ROLE", required = true,
            description = "${COMPLETION-CANDIDATES}; can be given more than once")
    private List<Role> roles;

    @Override
    public Integer call() throws IOException {
        if (!name.matches(NAME)) {
            throw new CommandLine.ParameterException(spec.commandLine(),
                    "NAME has 2 to 40 small letters, digits, dots, hyphens and underscores");
        }
        String password = password();
        Optional<String> refusal = Passwords.refusal(name, password);
        if (refusal.isPresent()) {
            GracewayCommand.err(spec).println(refusal.get());
            return Exit.USAGE;
        }
        PrintWriter out = GracewayCommand.out(spec);
        out.println("    " + name + ":");
        out.println("      password: " + Passwords.hash(password));
        out.println("      roles: [" + roles.stream().distinct().map(one -> one.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ")) + "]");
        out.flush();
        return Exit.DONE;
    }

    private String password() throws IOException {
        Console terminal = System.console();
        if (terminal != null) {
            char[] typed = terminal.readPassword("Password for %s: ", name);
            return typed == null ? "" : new String(typed);
        }
        String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        return line == null ? "" : line;
    }
}
