# gongkai_embed(TARGET NAMESPACE FILE...): compiles files into TARGET as
# `std::span<const NAMESPACE::File> NAMESPACE::all()`, so that the program is one file.
function(gongkai_embed target namespace)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/embedded_${namespace}.cpp)
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DOUT=${out} -DNAMESPACE=${namespace} "-DFILES=${ARGN}"
            -P ${CMAKE_SOURCE_DIR}/cmake/embed_files.cmake
    DEPENDS ${ARGN} ${CMAKE_SOURCE_DIR}/cmake/embed_files.cmake
    VERBATIM)
  target_sources(${target} PRIVATE ${out})
endfunction()

# gongkai_embed_console(TARGET): compiles what npm built of console/ into TARGET. With
# GONGKAI_CONSOLE it is built first, once for all build folders, and anew when its sources change.
# Without, what a build has left in console/dist goes in, or nothing: the program then says so.
function(gongkai_embed_console target)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/embedded_console.cpp)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS
    ${CMAKE_SOURCE_DIR}/console/src/* ${CMAKE_SOURCE_DIR}/console/tools/*
    ${CMAKE_SOURCE_DIR}/console/*.json ${CMAKE_SOURCE_DIR}/console/*.ts
    ${CMAKE_SOURCE_DIR}/console/index.html)
  list(FILTER sources EXCLUDE REGEX "/node_modules/|/dist/|/src/api/made/")
  if(GONGKAI_CONSOLE)
    set(needs ${sources})
  else()
    file(GLOB needs CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/console/dist/*)
    # Names tell of contents: in the command, other names make it run anew.
    string(SHA256 names "${needs}")
  endif()
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DBUILD=${GONGKAI_CONSOLE} -DCONSOLE=${CMAKE_SOURCE_DIR}/console
            -DOUT=${out} -DNAMES=${names} -P ${CMAKE_SOURCE_DIR}/cmake/build_console.cmake
    DEPENDS ${needs} ${CMAKE_SOURCE_DIR}/data/web/api_schemas.json
            ${CMAKE_SOURCE_DIR}/data/web/record_schemas.json
            ${CMAKE_SOURCE_DIR}/cmake/build_console.cmake ${CMAKE_SOURCE_DIR}/cmake/embed_files.cmake
    COMMENT "The staff console"
    VERBATIM)
  target_sources(${target} PRIVATE ${out})
endfunction()
