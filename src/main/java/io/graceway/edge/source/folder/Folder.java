package io.graceway.edge.source.folder;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.vfs2.CacheStrategy;
import org.apache.commons.vfs2.FileObject;
import org.apache.commons.vfs2.FileSystemException;
import org.apache.commons.vfs2.FileSystemOptions;
import org.apache.commons.vfs2.NameScope;
import org.apache.commons.vfs2.cache.DefaultFilesCache;
import org.apache.commons.vfs2.impl.DefaultFileSystemManager;
import org.apache.commons.vfs2.provider.UriParser;
import org.apache.commons.vfs2.provider.ftps.FtpsFileProvider;
import org.apache.commons.vfs2.provider.local.DefaultLocalFileProvider;
import org.apache.commons.vfs2.provider.sftp.IdentityInfo;
import org.apache.commons.vfs2.provider.sftp.SftpFileProvider;
import org.apache.commons.vfs2.provider.sftp.SftpFileSystemConfigBuilder;

/** One open folder: one session of its own, used by one thread at a time, because shared ones can block each other. */
public final class Folder implements AutoCloseable {

    /**
     * What a look at a file showed.
     *
     * @param size       bytes
     * @param modifiedMs milliseconds since 1970; SFTP knows whole seconds only, FTP often whole minutes
     */
    public record Seen(long size, long modifiedMs) {
    }

    private final DefaultFileSystemManager manager;
    private final FileObject folder;

    private Folder(DefaultFileSystemManager manager, FileObject folder) {
        this.manager = manager;
        this.folder = folder;
    }

    /** Connects and finds the folder. */
    public static Folder open(FolderTerms terms) throws FileSystemException {
        DefaultFileSystemManager manager = new DefaultFileSystemManager();
        try {
            manager.addProvider("file", new DefaultLocalFileProvider());
            manager.addProvider("sftp", new SftpFileProvider());
            manager.addProvider("ftps", new FtpsFileProvider());
            manager.setFilesCache(new DefaultFilesCache());
            manager.setCacheStrategy(CacheStrategy.ON_CALL);
            manager.init();
            FileObject folder = manager.resolveFile(terms.folder(), options(terms));
            if (!folder.isFolder()) {
                throw new FolderMissing();
            }
            return new Folder(manager, folder);
        } catch (FileSystemException | RuntimeException e) {
            manager.close();
            throw e;
        }
    }

    /** A name for what is not complete yet. FTP servers do not list what begins with a dot. */
    public String aside(String name) {
        return folder.getName().getScheme().equals("ftps") ? name + ".part" : ".part-" + name;
    }

    /** Decoded names of everything in the folder. */
    public List<String> names() throws FileSystemException {
        folder.refresh();
        List<String> names = new ArrayList<>();
        for (FileObject child : folder.getChildren()) {
            names.add(UriParser.decode(child.getName().getBaseName()));
        }
        return names;
    }

    /** Size and time of the file, looked up anew; empty when there is no such file. */
    public Optional<Seen> look(String name) throws FileSystemException {
        FileObject file = file(name);
        file.refresh();
        if (!file.isFile()) {
            return Optional.empty();
        }
        return Optional.of(new Seen(file.getContent().getSize(), file.getContent().getLastModifiedTime()));
    }

    public InputStream read(String name) throws FileSystemException {
        return file(name).getContent().getInputStream();
    }

    /** A new file; an existing one of that name is written over, so only names of our own are to be given. */
    public OutputStream write(String name) throws FileSystemException {
        return file(name).getContent().getOutputStream();
    }

    /** Renames without replacing: false when the new name is taken. */
    public boolean rename(String from, String to) throws FileSystemException {
        FileObject source = file(from);
        FileObject target = file(to);
        target.refresh();
        if (target.exists()) {
            return false;
        }
        if (!source.canRenameTo(target)) {
            throw new FileSystemException("the folder cannot rename");
        }
        source.moveTo(target);
        return true;
    }

    /** Deletes a file of ours; harmless when it is gone. */
    public void delete(String name) throws FileSystemException {
        FileObject file = file(name);
        file.refresh();
        file.delete();
    }

    @Override
    public void close() {
        manager.close();
    }

    private FileObject file(String name) throws FileSystemException {
        return folder.resolveFile(UriParser.encode(name), NameScope.CHILD);
    }

    private static FileSystemOptions options(FolderTerms terms) throws FileSystemException {
        FileSystemOptions options = new FileSystemOptions();
        if (terms.isRemote() && terms.reach().orElseThrow() instanceof FtpsTerms ftps) {
            Ftps.into(options, ftps, terms.uri().getUserInfo());
        } else if (terms.isRemote()) {
            SftpTerms sftp = (SftpTerms) terms.reach().orElseThrow();
            SftpFileSystemConfigBuilder to = SftpFileSystemConfigBuilder.getInstance();
            to.setStrictHostKeyChecking(options, "yes");
            to.setKnownHosts(options, sftp.knownHosts().toFile());
            to.setPreferredAuthentications(options, "publickey");
            to.setIdentityProvider(options, identity(sftp));
            to.setUserDirIsRoot(options, false);
            to.setLoadOpenSSHConfig(options, false);
            to.setDisableDetectExecChannel(options, true);
            to.setConnectTimeout(options, sftp.timeout());
            to.setSessionTimeout(options, sftp.timeout());
        }
        return options;
    }

    private static IdentityInfo identity(SftpTerms sftp) {
        byte[] passphrase = sftp.passphrase().isEmpty() ? null
                : sftp.passphrase().getBytes(StandardCharsets.UTF_8);
        return new IdentityInfo(sftp.identity().toFile(), passphrase);
    }

    /** There is no such folder. */
    static final class FolderMissing extends FileSystemException {

        FolderMissing() {
            super("there is no such folder");
        }
    }
}
