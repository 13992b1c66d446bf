package io.graceway.edge.source.folder;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a folder lies.
 *
 * @param folder a path, {@code file:///path} or {@code sftp://user@host:port/path}; a password in it is refused
 * @param sftp   needed for {@code sftp:}
 */
public record FolderTerms(String folder, Optional<SftpTerms> sftp) {

    public FolderTerms {
        if (folder == null || folder.isBlank()) {
            throw new IllegalArgumentException("the folder is missing");
        }
        URI uri = isAddress(folder) ? parsed(folder) : Path.of(folder).toAbsolutePath().normalize().toUri();
        if ("sftp".equals(uri.getScheme())) {
            remote(uri, sftp);
        } else if (!"file".equals(uri.getScheme())) {
            throw new IllegalArgumentException("a folder is a path, file: or sftp:, not " + uri.getScheme() + ":");
        }
        folder = uri.toString();
    }

    public URI uri() {
        return URI.create(folder);
    }

    public boolean isRemote() {
        return folder.startsWith("sftp:");
    }

    /** The port, 22 unless the address says otherwise. */
    public int port() {
        return uri().getPort() < 0 ? 22 : uri().getPort();
    }

    private static boolean isAddress(String folder) {
        return folder.matches("[a-z]+:.*");
    }

    private static URI parsed(String folder) {
        try {
            return new URI(folder);
        } catch (URISyntaxException e) {
            // The text may hold a password, so it is neither shown nor kept as a cause.
            throw new IllegalArgumentException("the folder is no valid address");
        }
    }

    private static void remote(URI uri, Optional<SftpTerms> sftp) {
        if (uri.getHost() == null || uri.getUserInfo() == null || uri.getUserInfo().isEmpty()) {
            throw new IllegalArgumentException("an SFTP folder is written sftp://user@host/path");
        }
        if (uri.getUserInfo().contains(":")) {
            throw new IllegalArgumentException("an SFTP folder is reached with a key; take the password out");
        }
        if (sftp.isEmpty()) {
            throw new IllegalArgumentException("an SFTP folder needs a pinned host key and a key of ours");
        }
    }
}
