package io.graceway.edge.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TroubleTest {

    @Test
    void each_code_is_used_once_and_has_its_entry_in_the_catalogue() throws IOException {
        String catalogue = Files.readString(Path.of("src/docs/errors.d/mail.md"));
        var codes = Arrays.stream(Trouble.values()).map(Trouble::code).toList();
        assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.matches("GW-MAIL-[0-9]{3}"));
        assertThat(codes).allSatisfy(code -> assertThat(catalogue).contains("## " + code + " "));
    }
}
