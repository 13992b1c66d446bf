package io.graceway.audit.verify;

import io.graceway.audit.LogFolder;
import io.graceway.audit.tree.TilePath;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A log's folder that exists in memory only, so that a test can damage it a million times. */
final class MemoryFolder extends LogFolder {

    private final TreeMap<String, byte[]> files;

    MemoryFolder(Map<String, byte[]> files) {
        super(Path.of("nowhere"));
        this.files = new TreeMap<>(files);
    }

    @Override
    public Optional<byte[]> read(TilePath tile) {
        return read(tile.toString());
    }

    @Override
    public Optional<byte[]> read(String name) {
        return Optional.ofNullable(files.get(name));
    }

    void put(String name, byte[] bytes) {
        files.put(name, bytes);
    }

    @Override
    public List<String> names(String folder) {
        return files.subMap(folder + "/", folder + "0").keySet().stream()
                .map(name -> name.substring(folder.length() + 1).replaceAll("/.*", "")).distinct().toList();
    }

    @Override
    public void forEachTile(Consumer<String> each) {
        files.subMap("tile/", "tile0").keySet().forEach(each);
    }
}
