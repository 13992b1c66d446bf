package io.graceway.edge.source.folder;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a folder lies.
 *
 * @param folder a path, {@code file:///path}, {@code sftp://user@host:port/path} or the same with {@code ftps:}; a
 *               password in it is refused
 * @param reach  needed for a folder on another machine
 */
public record FolderTerms(String folder, Optional<? extends Reach> reach) {

    public FolderTerms {
        if (folder == null || folder.isBlank()) {
            throw new IllegalArgumentException("the folder is missing");
        }
        URI uri = isAddress(folder) ? parsed(folder) : Path.of(folder).toAbsolutePath().normalize().toUri();
        if ("sftp".equals(uri.getScheme()) || "ftps".equals(uri.getScheme())) {
            remote(uri, reach);
        } else if (!"file".equals(uri.getScheme())) {
            throw new IllegalArgumentException("a folder is a path, file:, sftp: or ftps:, not " + uri.getScheme()
                    + ":");
        }
        folder = uri.toString();
    }

    public URI uri() {
        return URI.create(folder);
    }

    public boolean isRemote() {
        return !folder.startsWith("file:");
    }

    /** The port, the usual one unless the address says otherwise. */
    public int port() {
        return uri().getPort() < 0 ? reach.orElseThrow().usualPort() : uri().getPort();
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

    private static void remote(URI uri, Optional<? extends Reach> reach) {
        String scheme = uri.getScheme();
        if (uri.getHost() == null || uri.getUserInfo() == null || uri.getUserInfo().isEmpty()) {
            throw new IllegalArgumentException("a folder on another machine is written " + scheme
                    + "://user@host/path");
        }
        if (uri.getUserInfo().contains(":")) {
            throw new IllegalArgumentException(scheme.equals("sftp")
                    ? "an SFTP folder is reached with a key; take the password out"
                    : "an address is told and logged; take the password out of it");
        }
        if (reach.filter(one -> one.scheme().equals(scheme)).isEmpty()) {
            throw new IllegalArgumentException(scheme.equals("sftp")
                    ? "an SFTP folder needs a pinned host key and a key of ours"
                    : "an FTPS folder needs a password");
        }
    }
}
