package io.graceway.edge.agency.sftp;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.time.Duration;
import org.apache.commons.vfs2.CacheStrategy;
import org.apache.commons.vfs2.FileName;
import org.apache.commons.vfs2.FileObject;
import org.apache.commons.vfs2.FileSystem;
import org.apache.commons.vfs2.FileSystemException;
import org.apache.commons.vfs2.FileSystemOptions;
import org.apache.commons.vfs2.cache.NullFilesCache;
import org.apache.commons.vfs2.impl.DefaultFileSystemManager;
import org.apache.commons.vfs2.provider.GenericFileName;
import org.apache.commons.vfs2.provider.UriParser;
import org.apache.commons.vfs2.provider.sftp.SftpFileProvider;
import org.apache.commons.vfs2.provider.sftp.SftpFileSystem;
import org.apache.commons.vfs2.provider.sftp.SftpFileSystemConfigBuilder;

/** One session as a file system of Commons VFS, which may use this session and never open another one by itself. */
final class PinnedFiles extends SftpFileSystem {

    private final PinnedLine line;
    private final SftpTerms terms;
    private ChannelSftp idle;

    private PinnedFiles(GenericFileName root, PinnedLine line, SftpTerms terms, FileSystemOptions options) {
        super(root, line.session(), options);
        this.line = line;
        this.terms = terms;
    }

    /** The manager of exactly this session; closing it closes the session. */
    static DefaultFileSystemManager manager(PinnedLine line, SftpTerms terms) throws FileSystemException {
        var manager = new DefaultFileSystemManager();
        manager.setFilesCache(new NullFilesCache());
        manager.setCacheStrategy(CacheStrategy.ON_CALL);
        manager.addProvider("sftp", new SftpFileProvider() {
            @Override
            protected FileSystem doCreateFileSystem(FileName name, FileSystemOptions options) {
                return new PinnedFiles((GenericFileName) name, line, terms, options);
            }
        });
        manager.init();
        return manager;
    }

    static PinnedFiles in(DefaultFileSystemManager manager, SftpTerms terms) throws FileSystemException {
        var options = new FileSystemOptions();
        SftpFileSystemConfigBuilder sftp = SftpFileSystemConfigBuilder.getInstance();
        sftp.setDisableDetectExecChannel(options, true);
        sftp.setLoadOpenSSHConfig(options, false);
        sftp.setUserDirIsRoot(options, !startsAtRoot(terms));
        FileObject root = manager.resolveFile("sftp://" + bracketed(terms.host()) + ":" + terms.port() + "/", options);
        return (PinnedFiles) root.getFileSystem();
    }

    private static String bracketed(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private static boolean startsAtRoot(SftpTerms terms) {
        return terms.outFolder().startsWith("/") || terms.inFolder().startsWith("/");
    }

    /** A file of the file system, by its path as {@link #path} gives it. */
    FileObject file(String path) throws FileSystemException {
        return resolveFile("/" + UriParser.encode(path.startsWith("./") ? path.substring(2) : path));
    }

    /** The path of a configured folder as the server is asked for it: from where our channels stand. */
    String path(String folder, ChannelSftp channel) throws SftpException {
        String inside = folder.startsWith("/") ? folder.substring(1) : folder;
        if (startsAtRoot(terms) && !folder.startsWith("/")) {
            inside = (channel.getHome().substring(1) + "/" + inside).replaceFirst("^/", "");
        }
        return inside.isEmpty() ? "." : inside;
    }

    @Override
    protected ChannelSftp getChannel() throws IOException {
        ChannelSftp channel = idle;
        idle = null;
        return channel != null && channel.isConnected() ? channel : opened();
    }

    /** Commons VFS would connect anew here; then a broken put would go on behind our back on another session. */
    private ChannelSftp opened() throws IOException {
        if (!line.isUp()) {
            throw new IOException("session is down");
        }
        try {
            var channel = (ChannelSftp) line.session().openChannel("sftp");
            if (channel == null) {
                // JSch answers so when the session ends while it is asked.
                throw new IOException("session is down");
            }
            channel.connect(millis(terms.sessionTimeout()));
            if (startsAtRoot(terms)) {
                channel.cd("/");
            }
            return channel;
        } catch (JSchException | SftpException e) {
            throw new IOException(e);
        }
    }

    /** Ends the session at once. */
    void cut() {
        line.cut();
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }

    @Override
    protected void putChannel(ChannelSftp channel) {
        if (idle == null && channel.isConnected()) {
            idle = channel;
        } else {
            channel.disconnect();
        }
    }
}
