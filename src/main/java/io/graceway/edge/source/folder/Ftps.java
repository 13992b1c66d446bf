package io.graceway.edge.source.folder;

import java.io.IOException;
import org.apache.commons.vfs2.FileSystemException;
import org.apache.commons.vfs2.FileSystemOptions;
import org.apache.commons.vfs2.auth.StaticUserAuthenticator;
import org.apache.commons.vfs2.impl.DefaultFileSystemConfigBuilder;
import org.apache.commons.vfs2.provider.ftp.FtpFileType;
import org.apache.commons.vfs2.provider.ftps.FtpsDataChannelProtectionLevel;
import org.apache.commons.vfs2.provider.ftps.FtpsFileSystemConfigBuilder;
import org.apache.commons.vfs2.provider.ftps.FtpsMode;

/** What the library has to be told of FTP over TLS: by itself it believes every certificate. */
final class Ftps {

    private Ftps() {
    }

    static void into(FileSystemOptions options, FtpsTerms ftps, String user) throws FileSystemException {
        FtpsFileSystemConfigBuilder to = FtpsFileSystemConfigBuilder.getInstance();
        try {
            to.setTrustManager(options, HostTrust.of(ftps.trusted()));
        } catch (IOException e) {
            throw new FileSystemException("the trusted certificates cannot be read", e);
        }
        to.setFtpsMode(options, ftps.implicit() ? FtpsMode.IMPLICIT : FtpsMode.EXPLICIT);
        to.setDataChannelProtectionLevel(options, FtpsDataChannelProtectionLevel.P);
        to.setPassiveMode(options, true);
        to.setFileType(options, FtpFileType.BINARY);
        to.setControlEncoding(options, "UTF-8");
        to.setUserDirIsRoot(options, false);
        // The time of a file as the list shows it, to the minute: asked for with MDTM, a line is lost each time.
        to.setMdtmLastModifiedTime(options, false);
        to.setConnectTimeout(options, ftps.timeout());
        to.setSoTimeout(options, ftps.timeout());
        to.setDataTimeout(options, ftps.timeout());
        DefaultFileSystemConfigBuilder.getInstance().setUserAuthenticator(options,
                new StaticUserAuthenticator(null, user, ftps.password()));
    }
}
