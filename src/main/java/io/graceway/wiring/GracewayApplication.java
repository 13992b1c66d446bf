package io.graceway.wiring;

import io.graceway.face.command.GracewayCommand;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Where the process begins. */
@SpringBootApplication(scanBasePackages = "io.graceway.wiring")
public class GracewayApplication {

    public static void main(String[] arguments) {
        System.exit(GracewayCommand.line(new SpringGateway()).execute(arguments));
    }
}
