package io.graceway.edge.source.paper;

import io.graceway.edge.source.call.Caller;
import io.graceway.edge.source.call.Trouble;
import io.graceway.edge.source.call.Troubled;
import io.graceway.edge.source.folder.Sha256;
import io.graceway.edge.source.soap.FetchDocumentResponse;
import io.graceway.edge.source.spool.SpoolFolder;
import io.graceway.journey.delinquency.SourceRefused;
import jakarta.xml.ws.WebServiceException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;

/** Fetches papers over SOAP, each attached to its answer (MTOM) and written a piece at a time. */
public final class Papers {

    private static final int PIECE = 64 << 10;

    private final Caller service;
    private final long most;

    /** What was written. */
    public record Paper(String mediaType, long bytes, String sha256) {
    }

    /** @param most bytes that a paper may have */
    public Papers(Caller service, long most) {
        this.service = service;
        this.most = most;
    }

    /**
     * Writes a paper to a new file that only we may read; nothing is there when that fails.
     *
     * @throws SourceRefused with code and hint
     */
    public Paper fetch(String account, String reference, Path to) {
        boolean isNew = false;
        boolean isDone = false;
        Path around = to.toAbsolutePath().getParent();
        try (SpoolFolder folder = beside(around)) {
            Files.createFile(to, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            isNew = true;
            Paper paper = written(service.fetch(account, reference, folder.path(), most), to);
            isDone = true;
            return paper;
        } catch (FileAlreadyExistsException e) {
            throw new SourceRefused("GW-SRC-142", "there is a file of that name already, which is not touched", e);
        } catch (IOException e) {
            throw new SourceRefused("GW-SRC-143", "the paper cannot be written here; look at the folder and its space",
                    e);
        } catch (Troubled e) {
            throw e.trouble().refusal("fetching a paper");
        } finally {
            if (isNew && !isDone) {
                to.toFile().delete();
            }
        }
    }

    /** Where a part of it lies meanwhile: on the same disk, and never in a folder that nobody made. */
    private static SpoolFolder beside(Path around) throws IOException {
        if (!Files.isDirectory(around)) {
            throw new NotDirectoryException("there is no folder of that name");
        }
        SpoolFolder.sweep(around);
        return SpoolFolder.create(around);
    }

    private Paper written(FetchDocumentResponse answer, Path to) throws IOException {
        if (answer.getContent() == null || answer.getMediaType() == null) {
            throw new Troubled(Trouble.unreadable("has no paper in it"));
        }
        MessageDigest digest = Sha256.begin();
        long bytes = 0;
        byte[] piece = new byte[PIECE];
        try (OutputStream out = Files.newOutputStream(to); InputStream in = heard(answer)) {
            for (int read = next(in, piece); read >= 0; read = next(in, piece)) {
                bytes += read;
                if (bytes > most) {
                    throw new Troubled(new Trouble(Trouble.What.CUT, "GW-SRC-083", "the paper is longer than " + most
                            + " bytes"));
                }
                digest.update(piece, 0, read);
                out.write(piece, 0, read);
            }
        }
        if (bytes != answer.getLength()) {
            throw new Troubled(Trouble.unreadable("has a paper of " + bytes + " bytes, and says that it has "
                    + answer.getLength()));
        }
        return new Paper(answer.getMediaType(), bytes, Sha256.hex(digest));
    }

    private static InputStream heard(FetchDocumentResponse answer) {
        try {
            return answer.getContent().getInputStream();
        } catch (IOException | WebServiceException e) {
            throw new Troubled(Trouble.of(e));
        }
    }

    /** What breaks here is the line, and not our disk. */
    private static int next(InputStream in, byte[] piece) {
        try {
            return in.read(piece);
        } catch (IOException | WebServiceException e) {
            throw new Troubled(Trouble.of(e));
        }
    }
}
