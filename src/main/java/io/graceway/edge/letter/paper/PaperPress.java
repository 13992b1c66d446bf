package io.graceway.edge.letter.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Turns XHTML into PDF: one embedded font, nothing fetched from anywhere, the same bytes for the same input. */
public final class PaperPress {

    private static final String FAMILY = "Liberation Sans";
    private static final byte[] FONT = font();
    private static final CmapLookup SIGNS = signs();

    static {
        XRLog.setLoggingEnabled(false);
    }

    private PaperPress() {
    }

    /** A printed document. */
    public record Paper(byte[] pdf, int pages) {
    }

    /**
     * @param madeOn written into the file as its creation date, at midnight UTC
     * @throws SAXException when the XHTML is not well formed; the message has the line, never the text
     */
    public static Paper print(String xhtml, String title, LocalDate madeOn) throws SAXException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        // Also where a template asks for another family: a page without its text must not be possible.
        builder.useFont(() -> new ByteArrayInputStream(FONT), FAMILY, 400, FontStyle.NORMAL, true,
                Set.of(FSFontUseCase.DOCUMENT, FSFontUseCase.FALLBACK_PRE));
        // Tagged for screen readers; it also keeps the library from the host's own fonts, which differ.
        builder.usePdfUaAccessibility(true);
        builder.useUriResolver((base, uri) -> uri.startsWith("data:image/") ? uri : null);
        builder.useExternalResourceAccessControl((uri, type) -> uri != null && uri.startsWith("data:image/"),
                ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.withW3cDocument(parse(xhtml), "");
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer(); PDDocument document = renderer.createPDFKeepOpen();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            byte[] seed = Digests.sha256Bytes(xhtml.getBytes(StandardCharsets.UTF_8));
            document.setDocumentId(ByteBuffer.wrap(seed).getLong());
            document.setDocumentInformation(about(title, madeOn));
            document.save(out);
            return new Paper(out.toByteArray(), document.getNumberOfPages());
        } catch (IOException e) {
            throw new UncheckedIOException("GW-NOT-027: the PDF could not be made", e);
        }
    }

    /** Signs of a text that the font does not have, as code points: printed they would be a blot. */
    public static List<String> missing(String text) {
        return text.codePoints().filter(sign -> !Character.isWhitespace(sign) && sign != 0xA0)
                .filter(sign -> SIGNS.getGlyphId(sign) == 0).distinct().mapToObj("U+%04X"::formatted).toList();
    }

    private static PDDocumentInformation about(String title, LocalDate madeOn) {
        PDDocumentInformation about = new PDDocumentInformation();
        Calendar made = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        made.setTimeInMillis(madeOn.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli());
        about.setTitle(title);
        about.setCreationDate(made);
        about.setModificationDate(made);
        return about;
    }

    private static Document parse(String xhtml) throws SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder parser = factory.newDocumentBuilder();
            parser.setErrorHandler(null);
            String body = xhtml.replaceFirst("(?i)^\\s*<!DOCTYPE html\\s*>", "");
            return parser.parse(new InputSource(new StringReader(body)));
        } catch (SAXParseException e) {
            throw new SAXException("not well formed at line " + e.getLineNumber() + ", column " + e.getColumnNumber());
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("XHTML cannot be read", e);
        }
    }

    private static byte[] font() {
        try (InputStream in = PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/"
                + "LiberationSans-Regular.ttf")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the letters' font cannot be read", e);
        }
    }

    private static CmapLookup signs() {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(FONT))) {
            return font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException("the letters' font cannot be read", e);
        }
    }
}
