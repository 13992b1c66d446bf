package io.graceway.face.command;

import io.graceway.face.agencyapi.door.TokenDesk;
import io.graceway.journey.account.Ids;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code graceway agency secret}: a secret for an agency that comes to the API. */
@Command(name = "secret", mixinStandardHelpOptions = true,
        description = "Makes a secret for an agency whose mailbox is api. It is shown once and kept nowhere: give it "
        + "to the agency by a safe way, and write the hash into the agency's file.",
        footer = {"", "Example:", "  graceway agency secret"})
final class SecretCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        String secret = TokenDesk.random(new SecureRandom());
        PrintWriter out = GracewayCommand.out(spec);
        out.println("secret  " + secret);
        out.println("sha256  " + Ids.hex(secret));
        out.flush();
        return Exit.DONE;
    }
}
